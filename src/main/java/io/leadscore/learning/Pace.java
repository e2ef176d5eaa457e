package io.leadscore.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How old deals of this account must be for their outcome to be known: the horizon, or less where nearly all deals are
 * closed sooner. Whatever is younger would be counted by its wins alone, for these come early. Not thread-safe.
 */
final class Pace {

    private static final int[] DAYS = {1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 75};
    private static final double NEARLY_ALL = 0.95;
    private static final int LEAST_DEALS = 20;
    /** Over how long a time deals of an age are looked at. */
    private static final Duration STRETCH = Duration.ofDays(14);

    private final Instant now;
    private final Duration horizon;
    private final List<Instant> created = new ArrayList<>();
    private final List<Boolean> closed = new ArrayList<>();

    Pace(Instant now, Duration horizon) {
        this.now = now;
        this.horizon = horizon;
    }

    void add(Instant createdAt, boolean isClosed) {
        created.add(createdAt);
        closed.add(isClosed);
    }

    /** Deals of this age are resolved. */
    Duration resolvedAge() {
        for (int days : DAYS) {
            Duration age = Duration.ofDays(days);
            if (age.compareTo(horizon) < 0 && isResolved(age)) {
                return age;
            }
        }
        return horizon;
    }

    private boolean isResolved(Duration age) {
        Instant until = now.minus(age);
        Instant from = until.minus(STRETCH);
        int deals = 0;
        int done = 0;
        for (int i = 0; i < created.size(); i++) {
            if (created.get(i).isAfter(from) && !created.get(i).isAfter(until)) {
                deals++;
                done += closed.get(i) ? 1 : 0;
            }
        }
        return deals >= LEAST_DEALS && done >= NEARLY_ALL * deals;
    }
}
