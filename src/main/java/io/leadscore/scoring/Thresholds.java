package io.leadscore.scoring;

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

    /** Whether the weekly job moves them. */
    public boolean followCapacity() {
        return highShare != null || mediumShare != null;
    }
}
