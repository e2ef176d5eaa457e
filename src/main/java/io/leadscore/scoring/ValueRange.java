package io.leadscore.scoring;

/**
 * Which part of a signal's values leads really take; it is stretched to all of 0 to 1, so that the best of them get all
 * of the signal's points and the worst none.
 *
 * @param floor becomes 0, and so does what is below it
 * @param ceiling becomes 1, and so does what is above it
 */
public record ValueRange(double floor, double ceiling) {

    public ValueRange {
        Check.require(floor < ceiling, "floor must be below ceiling, but " + floor + " is not below " + ceiling);
    }

    /** The value as a share of the range, 0 to 1; what is missing stays missing. */
    public double stretched(double value) {
        return Double.isNaN(value) ? value : Math.max(0, Math.min(1, (value - floor) / (ceiling - floor)));
    }

    double shrunk(double stretched) {
        return floor + stretched * (ceiling - floor);
    }
}
