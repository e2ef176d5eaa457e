package io.leadscore.scoring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From which points on a lead is of High and of Medium priority.
 *
 * @param high points, 2 to 100
 * @param medium points, 1 to {@code high} - 1
 * @param highShare how many percent of the leads sales can take as High; the weekly job then moves {@code high} to where
 *     so many are above it. Null: {@code high} stays
 * @param mediumShare the same for High and Medium together; null: {@code medium} stays
 */
public record Thresholds(
        int high,
        int medium,
        @Nullable Double highShare,
        @Nullable Double mediumShare) {

    public Thresholds {
        Check.require(high >= 2 && high <= 100, "high must be between 2 and 100, not " + high);
        Check.require(medium >= 1 && medium < high, "medium must be between 1 and high - 1, not " + medium);
        if (highShare != null) {
            Check.percent(highShare, "high-share");
        }
        if (mediumShare != null) {
            Check.percent(mediumShare, "medium-share");
            Check.require(highShare == null || highShare < mediumShare, "medium-share must be above high-share");
        }
    }

    /** Points that stay where they are. */
    public Thresholds(int high, int medium) {
        this(high, medium, null, null);
    }

    /** The priority of a score, or the level of a fit, of 0 to 100 points. */
    public Priority priority(int points) {
        if (points >= high) {
            return Priority.HIGH;
        }
        return points >= medium ? Priority.MEDIUM : Priority.LOW;
    }

    /**
     * The thresholds at which no more leads are above than sales can take.
     *
     * @param leadsByPoints how many leads have 0, 1, ... 100 points
     */
    public Thresholds fitted(long[] leadsByPoints) {
        int newHigh = highShare == null ? high : lowest(leadsByPoints, highShare, 2);
        int wished = mediumShare == null ? medium : lowest(leadsByPoints, mediumShare, 1);
        return new Thresholds(newHigh, Math.max(1, Math.min(newHigh - 1, wished)), highShare, mediumShare);
    }

    private static int lowest(long[] leadsByPoints, double percent, int least) {
        long all = Arrays.stream(leadsByPoints).sum();
        long above = 0;
        for (int points = leadsByPoints.length - 1; points >= least; points--) {
            above += leadsByPoints[points];
            if (100.0 * above > percent * all) {
                return Math.min(points + 1, leadsByPoints.length - 1);
            }
        }
        return least;
    }

    /** Whether the weekly job moves them. */
    public boolean followCapacity() {
        return highShare != null || mediumShare != null;
    }
}
