package io.leadscore.lead;

/**
 * The far end of an association.
 *
 * @param id the associated record's id
 * @param primary whether HubSpot marks this pair as the primary one (a contact's primary company)
 */
public record Link(long id, boolean primary) {}
