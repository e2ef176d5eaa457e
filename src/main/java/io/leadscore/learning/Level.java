package io.leadscore.learning;

import java.util.Arrays;

/** Finds the level at which cases are won at a given rate in the mean, whatever tells them apart. */
final class Level {

    private static final double FURTHEST = 30;
    private static final int HALVINGS = 60;

    /** Enough to begin a search with: to a hundredth. */
    private static final int FEW_HALVINGS = 12;

    private Level() {}

    /** What is to be added to all log odds, by halving: the mean rises with it. */
    static double of(double[] logOdds, double rate) {
        return of(logOdds, rate, HALVINGS);
    }

    private static double of(double[] logOdds, double rate, int halvings) {
        double low = -FURTHEST;
        double high = FURTHEST;
        for (int i = 0; i < halvings; i++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (double odds : logOdds) {
                sum += LogisticFit.probability(odds + middle);
            }
            if (sum < rate * logOdds.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The same for the rate that came, roughly; 0 where all came to the same. */
    static double roughly(double[] logOdds, boolean[] won) {
        int wins = 0;
        for (boolean one : won) {
            wins += one ? 1 : 0;
        }
        return wins == 0 || wins == won.length ? 0 : of(logOdds, (double) wins / won.length, FEW_HALVINGS);
    }

    /** Probabilities at that level. */
    static double[] centred(double[] logOdds, double rate) {
        double level = of(logOdds, rate);
        return Arrays.stream(logOdds)
                .map(odds -> LogisticFit.probability(odds + level))
                .toArray();
    }
}
