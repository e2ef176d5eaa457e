package io.leadscore.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What points mean: a line through two of them, fixed with a weight set, as credit scorecards fix offset and points to
 * double the odds (Siddiqi 2006). 50 and 80 points therefore say the same in every account, and the same until the next
 * weight set.
 *
 * @param basis what the line is drawn on
 * @param medium where 50 points are, in the basis's unit
 * @param high where 80 points are, in the basis's unit; above {@code medium}
 * @param spread how much of the difference between leads of today each component makes: its points' standard deviation over
 *     these leads, in percent of the sum of the four
 * @param likeliest log odds of the chance from which on the best twentieth of these leads is, its deal's state included; null:
 *     chances tell nobody apart
 * @param leads how many leads of today the line was drawn by
 */
public record Scale(
        Basis basis,
        double medium,
        double high,
        ComponentWeights spread,
        @Nullable Double likeliest,
        long leads) {

    /** The points of {@link #medium}. */
    public static final double MEDIUM_POINTS = 50;

    /** The points of {@link #high}. */
    public static final double HIGH_POINTS = 80;

    /** What a line is drawn on. */
    public enum Basis {
        /** The weighted sum of the signals, 0 to 1: too few deals are closed to know what it says of the outcome. */
        SHARE_OF_LEADS,
        /** The log odds of winning, as if every lead's deal stood alike. */
        ODDS,
        /** The weighted sum of the signals, which says nothing of the outcome as far as closed deals can tell. */
        NO_INFORMATION
    }

    public Scale {
        Check.require(
                Double.isFinite(medium) && Double.isFinite(high) && medium < high,
                "high must be above medium, but " + high + " is not above " + medium);
    }

    /** Points for one unit of the basis. */
    public double pointsPerUnit() {
        return (HIGH_POINTS - MEDIUM_POINTS) / (high - medium);
    }

    /** How many times the odds of 50 points those of 80 points are; null where points are no odds. */
    @Nullable
    public Double timesTheOdds() {
        return basis == Basis.ODDS ? StrictMath.exp(high - medium) : null;
    }

    /** How many points more it takes for twice the odds; null where points are no odds. */
    @Nullable
    public Double pointsToDoubleTheOdds() {
        return basis == Basis.ODDS ? StrictMath.log(2) * pointsPerUnit() : null;
    }

    /** What points mean, in a sentence. */
    public String sentence(Thresholds thresholds) {
        return switch (basis) {
            case ODDS ->
                "50 points are the odds of the mean chance of the leads in the queue, 80 points are "
                        + Numbers.oneDecimal(Check.present(timesTheOdds(), "times the odds")) + " times these odds; "
                        + Numbers.oneDecimal(Check.present(pointsToDoubleTheOdds(), "points"))
                        + " points more are twice the odds. Drawn by " + Numbers.count(leads, "lead") + ".";
            case SHARE_OF_LEADS ->
                "Too few deals are closed to know what points say of winning: 80 points are where the best "
                        + Numbers.oneDecimal(thresholds.highShareOrUsual())
                        + " % of the leads in the queue begin, 50 where"
                        + " the best " + Numbers.oneDecimal(thresholds.mediumShareOrUsual()) + " % do. Drawn by "
                        + Numbers.count(leads, "lead") + ".";
            case NO_INFORMATION ->
                "Closed deals do not tell who will be won: priorities carry no information here, and hardly any lead is"
                        + " High.";
        };
    }

    /** The points of a value of the basis, not limited to 0 to 100. */
    public double points(double value) {
        return MEDIUM_POINTS + (value - medium) * pointsPerUnit();
    }
}
