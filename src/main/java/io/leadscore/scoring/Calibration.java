package io.leadscore.scoring;

/**
 * How a score becomes a probability of winning within the horizon: {@code 1 / (1 + exp(-(intercept + slope * points /
 * 100)))}, after Platt (1999). A slope of 0 is flat: everybody has the base rate.
 *
 * @param baseRate share of matured deals that were won within the horizon, shrunk to the profile's prior, in (0, 1)
 * @param resolvedDeals closed deals known
 * @param wonDeals those of them that were won
 * @param slope of the logistic, in log odds for 100 points
 * @param intercept of the logistic, in log odds
 * @param enoughData whether slope and intercept were learnt, from enough closed deals; false while everybody has the base
 *     rate, however many deals are closed
 * @param horizonDays the time that the probability speaks of
 */
public record Calibration(
        double baseRate,
        int resolvedDeals,
        int wonDeals,
        double slope,
        double intercept,
        boolean enoughData,
        int horizonDays) {

    /** Below so many closed deals nothing is learnt but the base rate. */
    public static final int LEAST_RESOLVED = 200;

    /** Below so many deals of either outcome nothing is learnt but the base rate. */
    public static final int LEAST_OF_EACH = 30;

    public Calibration {
        Check.require(baseRate > 0 && baseRate < 1, "base-rate must be between 0 and 1, not " + baseRate);
        Check.require(wonDeals >= 0 && wonDeals <= resolvedDeals, "won-deals must be between 0 and resolved-deals");
        Check.require(!Double.isNaN(slope + intercept), "slope and intercept must be numbers");
    }

    /**
     * The flat calibration before one is learnt: the beta-binomial mean of the matured deals under the profile's prior.
     * Matured deals are used instead of closed ones because wins close early and losses are known late.
     */
    public static Calibration baseRate(CohortRates cohorts, OutcomeRules rules) {
        Matured matured = cohorts.matured();
        double strength = rules.priorWinRateStrength();
        double rate = (matured.won() + strength * rules.priorWinRate()) / (matured.deals() + strength);
        Counts total = cohorts.total();
        return new Calibration(
                rate,
                total.deals(),
                total.won(),
                0,
                StrictMath.log(rate / (1 - rate)),
                false,
                Math.toIntExact(rules.horizon().toDays()));
    }

    /** Whether so many won and lost deals are enough to learn from. */
    public static boolean isEnough(int won, int lost) {
        return won + lost >= LEAST_RESOLVED && won >= LEAST_OF_EACH && lost >= LEAST_OF_EACH;
    }

    /** The probability of a score of 0 to 100 points. */
    public CloseProbability probability(int points) {
        double odds = intercept + slope * points / 100;
        double percent = 100 / (1 + StrictMath.exp(-odds));
        return new CloseProbability(Math.round(percent * 10) / 10.0, enoughData, resolvedDeals);
    }
}
