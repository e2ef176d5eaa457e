package io.leadscore.scoring;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the time since a lead's last own deal is worth at one instant after another. Most stays the same from one to the
 * next, and is read once. Not thread-safe.
 */
final class LastDealValue {

    private static final int NOT_READ = -2;
    private static final int NO_DEAL = -1;

    private final Outcomes outcomes;
    private final @Nullable List<Double> cuts;
    private final long closedAt;
    private int band = NOT_READ;
    private List<String> cohorts = List.of();
    private double value = Signal.MISSING;

    LastDealValue(Outcomes outcomes) {
        this.outcomes = outcomes;
        this.cuts = outcomes.cuts(CohortKeys.LAST_DEAL);
        Instant last = outcomes.record().lastClosedAt();
        this.closedAt = last == null ? Long.MIN_VALUE : last.toEpochMilli();
    }

    /** The value at an instant in milliseconds; missing while it is not learnt. */
    double at(long millis) {
        read(millis);
        if (Double.isNaN(value) && !cohorts.isEmpty()) {
            value = outcomes.ownValue(CohortKeys.LAST_DEAL, cohorts.get(0));
        }
        return value;
    }

    /** The cohort at an instant in milliseconds; none while it is not learnt. */
    List<String> cohorts(long millis) {
        read(millis);
        return cohorts;
    }

    private void read(long millis) {
        if (cuts == null) {
            return;
        }
        int now = closedAt == Long.MIN_VALUE ? NO_DEAL : CohortKeys.cutsReached(cuts, days(millis));
        if (now != band) {
            band = now;
            cohorts = List.of(now == NO_DEAL ? CohortKeys.UNKNOWN : CohortKeys.band(now));
            value = Signal.MISSING;
        }
    }

    private double days(long millis) {
        return (double) Math.max(0, TimeUnit.MILLISECONDS.toDays(millis - closedAt));
    }
}
