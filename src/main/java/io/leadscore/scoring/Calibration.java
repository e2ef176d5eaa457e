package io.leadscore.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a lead's score becomes a probability of winning within the horizon.
 *
 * @param baseRate share of resolved deals that were won within the horizon, shrunk to the profile's prior, in (0, 1)
 * @param resolvedDeals closed deals known
 * @param wonDeals those of them that were won
 * @param enoughData whether the curve was learnt, from enough closed deals; false while everybody has the base rate,
 *     however many deals are closed
 * @param horizonDays the time that the probability speaks of
 * @param curve the probability; null: flat at the base rate
 */
public record Calibration(
        double baseRate,
        int resolvedDeals,
        int wonDeals,
        boolean enoughData,
        int horizonDays,
        @Nullable ProbabilityCurve curve) {

    /** Below so many closed deals nothing is learnt but the base rate. */
    public static final int LEAST_RESOLVED = 200;

    /** Below so many deals of either outcome nothing is learnt but the base rate. */
    public static final int LEAST_OF_EACH = 30;

    public Calibration {
        Check.require(baseRate > 0 && baseRate < 1, "base-rate must be between 0 and 1, not " + baseRate);
        Check.require(wonDeals >= 0 && wonDeals <= resolvedDeals, "won-deals must be between 0 and resolved-deals");
        curve = curve == null ? ProbabilityCurve.flat(baseRate, Math.max(1, resolvedDeals)) : curve;
    }

    /**
     * The flat calibration before one is learnt: the beta-binomial mean of the matured deals under the profile's prior.
     * Matured deals are used instead of closed ones because wins close early and losses are known late.
     */
    public static Calibration baseRate(CohortRates cohorts, OutcomeRules rules) {
        return baseRate(cohorts.matured(), cohorts.total(), rules);
    }

    /**
     * The flat calibration of these deals.
     *
     * @param resolved the deals that are old enough for a base rate
     * @param closed all closed deals
     */
    public static Calibration baseRate(Matured resolved, Counts closed, OutcomeRules rules) {
        double strength = rules.priorWinRateStrength();
        double deals = resolved.deals() + strength;
        double rate = (resolved.won() + strength * rules.priorWinRate()) / deals;
        return new Calibration(
                rate,
                closed.deals(),
                closed.won(),
                false,
                Math.toIntExact(rules.horizon().toDays()),
                ProbabilityCurve.flat(rate, deals));
    }

    /** Whether so many won and lost deals are enough to learn from. */
    public static boolean isEnough(int won, int lost) {
        return won + lost >= LEAST_RESOLVED && won >= LEAST_OF_EACH && lost >= LEAST_OF_EACH;
    }

    /** The probability of a lead. */
    public CloseProbability probability(Prospect prospect) {
        double odds = known().logOdds(prospect);
        double margin = known().margin(prospect);
        return new CloseProbability(
                percent(odds), percent(odds - margin), percent(odds + margin), enoughData, resolvedDeals);
    }

    /** The same with another curve. */
    public Calibration withCurve(ProbabilityCurve other) {
        return new Calibration(baseRate, resolvedDeals, wonDeals, enoughData, horizonDays, other);
    }

    /** The same rate for everybody, as it is before anything is learnt. */
    Calibration baseRateAlone() {
        return new Calibration(baseRate, resolvedDeals, wonDeals, false, horizonDays, null);
    }

    /** Whether the score, or its components, say something of the probability. */
    boolean isByScore() {
        return known().shape() != ProbabilityCurve.Shape.FLAT;
    }

    /** Whether the components say it, each for itself. */
    boolean isByComponents() {
        return known().shape() == ProbabilityCurve.Shape.COMPONENTS;
    }

    /** Which age of a lead or its deal changes the probability; -1 where none does. */
    int ageBand(DealState state, int ageDays) {
        List<AgeOffset> bands = known().bands(state);
        return bands.isEmpty() ? -1 : AgeOffset.band(bands, ageDays);
    }

    /** The curve, learnt or flat. */
    public ProbabilityCurve known() {
        return Check.present(curve, "curve");
    }

    private static double percent(double logOdds) {
        return Math.round(1_000 / (1 + StrictMath.exp(-logOdds))) / 10.0;
    }
}
