package io.leadscore.scoring;

/**
 * From which points on a lead is of High and of Medium priority.
 *
 * @param high points, 2 to 100
 * @param medium points, 1 to {@code high} - 1
 */
public record Thresholds(int high, int medium) {

    public Thresholds {
        Check.require(high >= 2 && high <= 100, "high must be between 2 and 100, not " + high);
        Check.require(medium >= 1 && medium < high, "medium must be between 1 and high - 1, not " + medium);
    }

    /** The priority of a score, or the level of a fit, of 0 to 100 points. */
    public Priority priority(int points) {
        if (points >= high) {
            return Priority.HIGH;
        }
        return points >= medium ? Priority.MEDIUM : Priority.LOW;
    }
}
