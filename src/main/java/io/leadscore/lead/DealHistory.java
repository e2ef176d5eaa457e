package io.leadscore.lead;

/**
 * A deal, and all that is known today of the contact with whom it was made.
 *
 * @param deal the deal as it is today
 * @param lead its contact's history
 */
public record DealHistory(DealFacts deal, LeadHistory lead) {}
