package io.leadscore.learning;

import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the bands of a number have in common: win rates that rise or fall from band to band. A band is expected to lie on
 * that line until its own deals say otherwise, so that few deals are enough for a number that simply helps or hurts.
 */
final class BandTrend {

    /** The line is believed to be flat, but for what deals show: some 1.4 in log odds from end to end. */
    private static final double FLATNESS = 0.5;

    private BandTrend() {}

    /** Expected win rates of a dimension's bands, as multiples of the mean; empty where there is no line. */
    static Map<String, Double> of(Dimension dimension) {
        List<Double> cuts = dimension.cuts();
        Map<String, Double> trend = new LinkedHashMap<>();
        if (cuts == null || cuts.isEmpty()) {
            return trend;
        }
        int bands = cuts.size() + 1;
        LogisticFit line = line(dimension, bands);
        if (line == null) {
            return trend;
        }
        double deals = 0;
        double wins = 0;
        for (int band = 0; band < bands; band++) {
            Counts counts = dimension.of(CohortScheme.band(band));
            deals += counts.deals();
            wins += counts.won();
        }
        for (int band = 0; band < bands; band++) {
            trend.put(CohortScheme.band(band), line.probability(at(band, bands)) * deals / wins);
        }
        return trend;
    }

    private static @Nullable LogisticFit line(Dimension dimension, int bands) {
        double[][] rows = new double[2 * bands][];
        boolean[] won = new boolean[2 * bands];
        double[] times = new double[2 * bands];
        int wins = 0;
        int losses = 0;
        for (int band = 0; band < bands; band++) {
            Counts counts = dimension.of(CohortScheme.band(band));
            rows[2 * band] = at(band, bands);
            rows[2 * band + 1] = at(band, bands);
            won[2 * band] = true;
            times[2 * band] = counts.won();
            times[2 * band + 1] = counts.lost();
            wins += counts.won();
            losses += counts.lost();
        }
        return wins == 0 || losses == 0
                ? null
                : LogisticFit.of(rows, won, times, Prior.nothing(1, false).near(1, 0, FLATNESS));
    }

    private static double[] at(int band, int bands) {
        return new double[] {(double) band / (bands - 1) - 0.5};
    }
}
