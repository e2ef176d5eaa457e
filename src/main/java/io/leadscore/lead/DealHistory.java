package io.leadscore.lead;

import java.time.Instant;

/**
 * A deal, and all that is known today of the contact with whom it was made.
 *
 * @param deal the deal as it is today
 * @param lead its contact's history
 */
public record DealHistory(DealFacts deal, LeadHistory lead) {

    /** The same without what was filled in later of the account's own properties, as far as that is known. */
    public DealHistory filledBy(Instant instant) {
        FirstFilled since = lead.firstFilled();
        if (since.equals(FirstFilled.UNKNOWN)) {
            return this;
        }
        CompanyFacts company = lead.company();
        Instant ended = deal.endedAt();
        return new DealHistory(
                deal.withCustom(FirstFilled.asOf(instant, ended, deal.custom(), since.deal(deal.id()))),
                new LeadHistory(
                        lead.contact()
                                .withCustom(FirstFilled.asOf(
                                        instant, ended, lead.contact().custom(), since.contact())),
                        company == null
                                ? null
                                : company.withCustom(
                                        FirstFilled.asOf(instant, ended, company.custom(), since.company())),
                        lead.engagements(),
                        lead.stages(),
                        lead.deals(),
                        since));
    }
}
