package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.TrackRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is put into cohorts: a lead, or whom a closed deal was made with.
 *
 * @param deal the deal that is worked or closed
 * @param record how the contact's other deals had gone
 * @param at when: now, or when the closed deal was made
 */
record Subject(
        @Nullable ContactFacts contact,
        @Nullable CompanyFacts company,
        @Nullable DealFacts deal,
        TrackRecord record,
        Instant at) {

    static Subject of(ClosedDeal closed) {
        return new Subject(
                closed.contact(),
                closed.company(),
                closed.deal(),
                closed.before(),
                closed.deal().createdAt());
    }
}
