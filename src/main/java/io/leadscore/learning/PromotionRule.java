package io.leadscore.learning;

/**
 * When a candidate takes the incumbent's place. All of it must hold on the newest deals, which nothing was learnt from: it
 * surely ranks better than chance and foretells better than the base rate, it most likely ranks better than the incumbent
 * and foretells no worse, and it does not rank worse than the profile's own weights.
 *
 * @param sureness the share of draws in which it must rank better than chance, 0.5 to 1: what keeps chance out
 * @param likelihood the share of draws in which it must rank better than the incumbent, 0.5 to 1
 * @param aucSlack how far its area under the ROC curve may be below that of the profile's own weights
 * @param judgedShare the share of deals that are kept for judging, the newest ones, 0.1 to 0.5
 * @param draws of the bootstrap
 */
public record PromotionRule(double sureness, double likelihood, double aucSlack, double judgedShare, int draws) {

    /** What holds if nothing else is said. */
    public static final PromotionRule DEFAULT = new PromotionRule(0.95, 0.75, 0.01, 0.25, 500);

    private static final int LEAST_DRAWS = 100;
    private static final int MOST_DRAWS = 10_000;

    /** @throws IllegalArgumentException when a value is out of range */
    public PromotionRule {
        require(sureness >= 0.5 && sureness <= 1, "sureness must be between 0.5 and 1");
        require(likelihood >= 0.5 && likelihood <= 1, "likelihood must be between 0.5 and 1");
        require(aucSlack >= 0 && aucSlack <= 0.5, "auc-slack must be between 0 and 0.5");
        require(judgedShare >= 0.1 && judgedShare <= 0.5, "judged-share must be between 0.1 and 0.5");
        require(draws >= LEAST_DRAWS && draws <= MOST_DRAWS, "draws must be between 100 and 10000");
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
