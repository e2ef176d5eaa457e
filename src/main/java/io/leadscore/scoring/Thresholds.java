package io.leadscore.scoring;

import org.jspecify.annotations.Nullable;

/**
 * From which points on a lead is of High and of Medium priority.
 *
 * @param high points, 2 to 100
 * @param medium points, 1 to {@code high} - 1
 * @param highShare how many percent of the leads in the queue the scale has at 80 points or more, as far as odds allow;
 *     null: 5
 * @param mediumShare how many have 50 points or more while nothing is learnt; null: 25
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

    private static final double HIGH_SHARE = 5;
    private static final double MEDIUM_SHARE = 25;

    /** Points, with the usual shares. */
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

    /** The share of leads with 80 points or more, in percent. */
    public double highShareOrUsual() {
        return highShare == null ? HIGH_SHARE : highShare;
    }

    /** The share of leads with 50 points or more while nothing is learnt, in percent. */
    public double mediumShareOrUsual() {
        return mediumShare == null ? Math.max(MEDIUM_SHARE, highShareOrUsual()) : mediumShare;
    }
}
