package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.TrackRecord;
import org.jspecify.annotations.Nullable;

/**
 * A closed deal with whom it was made.
 *
 * @param deal the deal
 * @param contact its contact, if it has one
 * @param company that contact's company, if it has one
 * @param before how that contact's other deals had gone when the deal was made
 */
public record ClosedDeal(
        DealFacts deal,
        @Nullable ContactFacts contact,
        @Nullable CompanyFacts company,
        TrackRecord before) {

    /** The first deal of a contact. */
    public ClosedDeal(DealFacts deal, @Nullable ContactFacts contact, @Nullable CompanyFacts company) {
        this(deal, contact, company, TrackRecord.NONE);
    }
}
