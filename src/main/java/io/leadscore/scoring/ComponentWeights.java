package io.leadscore.scoring;

/**
 * How much each component counts, in percent; together 100.
 *
 * @param fit weight of who the lead is
 * @param engagement weight of what the lead does
 * @param outcome weight of what became of leads like this one
 * @param recency weight of how lately something happened
 */
public record ComponentWeights(double fit, double engagement, double outcome, double recency) {

    public ComponentWeights {
        Check.percent(fit, "fit");
        Check.percent(engagement, "engagement");
        Check.percent(outcome, "outcome");
        Check.percent(recency, "recency");
        Check.sumsToHundred(fit + engagement + outcome + recency, "fit, engagement, outcome and recency");
    }

    /** The weights that are these shares, in the order of {@link Component}; together 1 but for rounding. */
    public static ComponentWeights ofShares(double[] shares) {
        return new ComponentWeights(percent(shares[0]), percent(shares[1]), percent(shares[2]), percent(shares[3]));
    }

    /** A whole may be a little more than its parts when these are rounded. */
    private static double percent(double share) {
        return Math.min(100, 100 * share);
    }

    /** The weight of one component, in percent. */
    public double of(Component component) {
        return switch (component) {
            case FIT -> fit;
            case ENGAGEMENT -> engagement;
            case OUTCOME -> outcome;
            case RECENCY -> recency;
        };
    }
}
