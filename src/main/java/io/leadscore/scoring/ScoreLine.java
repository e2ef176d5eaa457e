package io.leadscore.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A weight set's scale in points: a lead has the baseline, of the span what its signals add up to, and the points of its
 * age. Immutable.
 *
 * @param baseline points of a lead whose signals are all 0 and whose deal is new; may be negative
 * @param span points between such a lead and one whose signals are all 1
 * @param perLogOdds points that one unit of log odds of an age gives; 0 where ages give none
 */
record ScoreLine(double baseline, double span, double perLogOdds) {

    /** What a full score has. */
    static final double FULL = 100;

    private static final double HUNDREDTHS = 100;

    /**
     * A line.
     *
     * @param scale null: points are the weighted sum in percent
     * @throws IllegalArgumentException when points are to be odds and the probability is not a line in the sum
     */
    static ScoreLine of(@Nullable Scale scale, ProbabilityCurve curve) {
        if (scale == null) {
            return new ScoreLine(0, FULL, 0);
        }
        double unit = scale.pointsPerUnit();
        return switch (scale.basis()) {
            case ODDS -> new ScoreLine(scale.points(curve.intercept()), unit * curve.slope(), unit);
            case SHARE_OF_LEADS, NO_INFORMATION -> new ScoreLine(scale.points(0), unit, 0);
        };
    }

    /** The baseline, in hundredths of points. */
    int baselineHundredths() {
        return hundredths(baseline);
    }

    /** The span, in hundredths of points. */
    int spanHundredths() {
        return hundredths(span);
    }

    /** What log odds of an age give, in hundredths of points. */
    int ageHundredths(double logOdds) {
        return hundredths(perLogOdds * logOdds);
    }

    private static int hundredths(double points) {
        return (int) Math.round(HUNDREDTHS * points);
    }
}
