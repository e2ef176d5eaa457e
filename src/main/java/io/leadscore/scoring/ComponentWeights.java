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
