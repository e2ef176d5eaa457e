package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.scoring.ClosedDeal;
import java.time.Instant;
import java.util.function.Consumer;

/** Where deals are learnt from. Each method gives the same deals in the same order every time, ascending by id. */
public interface DealSource {

    /** Every deal that was won or lost, with its contact and company of today. */
    void forEachClosed(Consumer<ClosedDeal> consumer);

    /** Every open deal. */
    void forEachOpen(Consumer<DealFacts> consumer);

    /** Every deal, open or closed, that has a live contact, with that contact's history. */
    void forEachHistory(Consumer<DealHistory> consumer);

    /** How many contacts had no open deal at an instant, and how many of them had a deal won by another one. */
    WithoutDeal withoutDeal(Instant at, Instant until);

    /**
     * Contacts without an open deal.
     *
     * @param never that never had a deal
     * @param neverWon those of them that were won
     * @param closed that had closed deals only
     * @param closedWon those of them that were won again
     */
    record WithoutDeal(long never, long neverWon, long closed, long closedWon) {

        /** None. */
        public static final WithoutDeal NONE = new WithoutDeal(0, 0, 0, 0);

        WithoutDeal plus(WithoutDeal other) {
            return new WithoutDeal(
                    never + other.never, neverWon + other.neverWon, closed + other.closed, closedWon + other.closedWon);
        }
    }
}
