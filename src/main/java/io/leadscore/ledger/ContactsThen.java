package io.leadscore.ledger;

import io.leadscore.lead.Outcome;
import io.leadscore.learning.DealSource.Cases;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.learning.LeadAges;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts the contacts that had no open deal at some instants of the past, and those of them that were won by a later deal,
 * from one row for each contact and deal, contact by contact. Not thread-safe.
 */
final class ContactsThen {

    private static final long NOBODY = Long.MIN_VALUE;

    private final long[] instants;
    private final long horizon;
    private final boolean[] had;
    private final boolean[] open;
    private final boolean[] won;
    private final Cases[] never;
    private Cases closed = Cases.NONE;
    private long contact = NOBODY;
    private long createdAt;

    /** @param horizon so long a contact had to be won */
    ContactsThen(List<Instant> instants, Duration horizon) {
        this.instants = instants.stream().mapToLong(Instant::toEpochMilli).toArray();
        this.horizon = horizon.toMillis();
        this.had = new boolean[this.instants.length];
        this.open = new boolean[this.instants.length];
        this.won = new boolean[this.instants.length];
        this.never = new Cases[LeadAges.count()];
        Arrays.fill(never, Cases.NONE);
    }

    /**
     * Takes a contact's id and creation, then creation, close and outcome of one of its deals, all null where it has none.
     *
     * @return the contact's id
     */
    long add(Row row) throws SQLException {
        long id = row.number();
        long created = row.number();
        if (id != contact) {
            countLast();
            contact = id;
            createdAt = created;
        }
        Long dealMade = row.numberOrNull();
        if (dealMade != null) {
            addDeal(dealMade, row.numberOrNull(), row.constant(Outcome.class));
        }
        return id;
    }

    private void addDeal(long made, @Nullable Long closedAt, Outcome outcome) {
        for (int i = 0; i < instants.length; i++) {
            if (made <= instants[i]) {
                had[i] = true;
                open[i] |= outcome == Outcome.OPEN || (closedAt != null && closedAt > instants[i]);
            } else {
                won[i] |= outcome == Outcome.WON && closedAt != null && closedAt <= instants[i] + horizon;
            }
        }
    }

    private void countLast() {
        for (int i = 0; i < instants.length; i++) {
            if (contact != NOBODY && createdAt <= instants[i]) {
                Cases one = new Cases(1, won[i] ? 1 : 0);
                if (!had[i]) {
                    int age = LeadAges.of(TimeUnit.MILLISECONDS.toDays(instants[i] - createdAt));
                    never[age] = never[age].plus(one);
                } else if (!open[i]) {
                    closed = closed.plus(one);
                }
            }
            had[i] = false;
            open[i] = false;
            won[i] = false;
        }
    }

    /** What was counted; nothing can be added any more. */
    WithoutDeal counted() {
        countLast();
        contact = NOBODY;
        return new WithoutDeal(List.of(never), closed);
    }
}
