package io.leadscore.report;

import org.jspecify.annotations.Nullable;

/**
 * How two groups differ in one measure, held against a goal.
 *
 * @param goalPercent the change that is aimed at, in percent, above or below 0
 * @param change the change that there was; null when either group has too few won leads to tell
 * @param verdict whether the goal is met
 * @param moreWon when there is not enough data: about how many more won leads the smaller group needs, the other one
 *     growing alike, or, against the past, the group since; null when the past is too short for any number to help
 */
public record Comparison(
        double goalPercent,
        @Nullable Change change,
        Verdict verdict,
        @Nullable Long moreWon) {

    /** The 0.8 quantile of the standard normal distribution: a change of the goal's size is found in 80 % of cases. */
    private static final double POWER = 0.841621;

    /** 120 of 1,000 are a fifth more than 100 of 1,000, whatever logarithms say. */
    private static final double ROUNDING = 1e-9;

    /** Of two groups that both go on growing. */
    static Comparison ofRivals(double goalPercent, Measure heldOut, Measure treated) {
        double variance = heldOut.variance() + treated.variance();
        long smaller = Math.min(heldOut.won(), treated.won());
        long missing = heldOut.isKnown() && treated.isKnown()
                ? more(smaller, variance / enough(goalPercent))
                : Math.max(1, Measure.LEAST_WON - smaller);
        return of(goalPercent, heldOut, treated, missing);
    }

    /** Of a group that is complete and one that goes on growing. */
    static Comparison withPast(double goalPercent, Measure before, Measure after) {
        double left = enough(goalPercent) - before.variance();
        Long missing;
        if (!before.isKnown() || left <= 0) {
            missing = null;
        } else if (after.isKnown()) {
            missing = more(after.won(), after.variance() / left);
        } else {
            missing = Math.max(1, Measure.LEAST_WON - after.won());
        }
        return of(goalPercent, before, after, missing);
    }

    private static Comparison of(double goalPercent, Measure from, Measure to, @Nullable Long missing) {
        if (!from.isKnown() || !to.isKnown()) {
            return new Comparison(goalPercent, null, Verdict.NOT_ENOUGH_DATA, missing);
        }
        Change change = Change.between(from, to);
        double variance = from.variance() + to.variance();
        Verdict verdict = verdict(goalPercent, change, variance <= enough(goalPercent));
        return new Comparison(goalPercent, change, verdict, verdict == Verdict.NOT_ENOUGH_DATA ? missing : null);
    }

    private static Verdict verdict(double goalPercent, Change change, boolean preciseEnough) {
        double sign = Math.signum(goalPercent);
        double goal = sign * goalPercent - ROUNDING;
        double reached = sign * change.percent();
        double least = Math.min(
                sign * change.interval().low(), sign * change.interval().high());
        double most = Math.max(
                sign * change.interval().low(), sign * change.interval().high());
        if (reached >= goal && least > 0) {
            return Verdict.MET;
        }
        return most < goal || (preciseEnough && reached < goal) ? Verdict.NOT_MET : Verdict.NOT_ENOUGH_DATA;
    }

    /** The variance of a difference of logarithms at which a change of the goal's size is told from none. */
    private static double enough(double goalPercent) {
        double deviation = Math.log1p(goalPercent / 100) / (Interval.Z + POWER);
        return deviation * deviation;
    }

    /** Variances shrink as numbers grow. */
    private static long more(long won, double factor) {
        return Math.max(1, (long) Math.ceil(won * (factor - 1)));
    }
}
