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
    private double value;

    LastDealValue(Outcomes outcomes) {
        this.outcomes = outcomes;
        this.cuts = outcomes.cuts(CohortKeys.LAST_DEAL);
        Instant last = outcomes.record().lastClosedAt();
        this.closedAt = last == null ? Long.MIN_VALUE : last.toEpochMilli();
    }

    /** The value at an instant in milliseconds; missing while it is not learnt. */
    double at(long millis) {
        if (cuts == null) {
            return Signal.MISSING;
        }
        int now = closedAt == Long.MIN_VALUE ? NO_DEAL : CohortKeys.cutsReached(cuts, days(millis));
        if (now != band) {
            band = now;
            String cohort = now == NO_DEAL ? CohortKeys.UNKNOWN : CohortKeys.band(now);
            value = outcomes.ownValue(CohortKeys.LAST_DEAL, cohort);
        }
        return value;
    }

    private double days(long millis) {
        return (double) Math.max(0, TimeUnit.MILLISECONDS.toDays(millis - closedAt));
    }
}
