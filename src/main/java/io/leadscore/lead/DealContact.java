package io.leadscore.lead;

import org.jspecify.annotations.Nullable;

/**
 * The one of a deal's contacts by which the deal is counted.
 *
 * @param contact the contact
 * @param company its primary company, if it has one
 */
public record DealContact(ContactFacts contact, @Nullable CompanyFacts company) {}
