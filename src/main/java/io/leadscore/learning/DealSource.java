package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.scoring.ClosedDeal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Where deals are learnt from. Each method gives the same deals in the same order every time, ascending by id. */
public interface DealSource {

    /** Every deal that was won or lost, with its contact and company of today. */
    void forEachClosed(Consumer<ClosedDeal> consumer);

    /** Every open deal. */
    void forEachOpen(Consumer<DealFacts> consumer);

    /** Every deal, open or closed, that has a live contact, with that contact's history. */
    void forEachHistory(Consumer<DealHistory> consumer);

    /**
     * How many contacts had no open deal at each of these instants, and how many of them were won by a later deal within
     * the horizon; all instants together.
     */
    WithoutDeal withoutDeal(List<Instant> instants, Duration horizon);

    /**
     * Contacts without an open deal.
     *
     * @param neverByAge that never had a deal, by their {@link LeadAges age} then
     * @param closed that had closed deals only
     */
    record WithoutDeal(List<Cases> neverByAge, Cases closed) {

        /** None. */
        public static final WithoutDeal NONE =
                new WithoutDeal(Collections.nCopies(LeadAges.count(), Cases.NONE), Cases.NONE);

        public WithoutDeal {
            neverByAge = List.copyOf(neverByAge);
        }

        /** Those of all ages that never had a deal. */
        Cases never() {
            return neverByAge.stream().reduce(Cases.NONE, Cases::plus);
        }
    }

    /**
     * Contacts, and how many of them were won.
     *
     * @param contacts all of them
     * @param won those that were won by a later deal
     */
    record Cases(long contacts, long won) {

        /** None. */
        public static final Cases NONE = new Cases(0, 0);

        /** These and those. */
        public Cases plus(Cases other) {
            return new Cases(contacts + other.contacts, won + other.won);
        }
    }
}
