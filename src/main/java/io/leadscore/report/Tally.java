package io.leadscore.report;

import io.leadscore.ledger.Conversion;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * Counts leads into a group. Of a lead that was not won nothing is kept but that it was there, of a won one its time:
 * any number fits in memory. Not thread-safe.
 */
final class Tally {

    private final Duration window;
    private final Instant asOf;
    private final LongStream.Builder times = LongStream.builder();
    private long leads;
    private long pending;

    /**
     * @param window how long a lead is followed
     * @param asOf when it is counted: a lead that entered less than a window before is pending, even if it is won, for
     *     wins come early and losses late
     */
    Tally(Duration window, Instant asOf) {
        this.window = window;
        this.asOf = asOf;
    }

    void add(Conversion lead) {
        Instant until = lead.enteredAt().plus(window);
        if (until.isAfter(asOf)) {
            pending++;
            return;
        }
        leads++;
        if (lead.wonAt() != null && !lead.wonAt().isAfter(until)) {
            times.add(Duration.between(lead.enteredAt(), lead.wonAt()).toMillis());
        }
    }

    Group group() {
        return Group.of(leads, pending, sorted());
    }

    /** The group when only the won leads were added, with the number of all leads and of those pending. */
    Group groupOf(long allLeads, long allPending) {
        return Group.of(allLeads, allPending, sorted());
    }

    private long[] sorted() {
        return times.build().sorted().toArray();
    }
}
