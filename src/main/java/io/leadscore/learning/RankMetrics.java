package io.leadscore.learning;

/**
 * How well scores rank closed deals.
 *
 * @param rocAuc chance that a won deal had more points than a lost one, ties half, 0 to 1, with its interval
 * @param precision10 share of wins in the best tenth, 0 to 1
 * @param precision20 share of wins in the best fifth
 * @param lift10 that share of the best tenth, as a multiple of all deals' share
 * @param lift20 the same for the best fifth
 */
public record RankMetrics(Difference rocAuc, double precision10, double precision20, double lift10, double lift20) {

    private static final double TENTH = 0.1;
    private static final double FIFTH = 0.2;

    static RankMetrics of(double[] points, boolean[] won, PairedBootstrap bootstrap) {
        Predictions ranked = new Predictions(points, won);
        return new RankMetrics(
                bootstrap.rocAuc(points),
                ranked.precisionAt(TENTH),
                ranked.precisionAt(FIFTH),
                ranked.liftAt(TENTH),
                ranked.liftAt(FIFTH));
    }
}
