package io.leadscore.learning;

import java.util.List;

/**
 * How one model did on the newest slice.
 *
 * @param model {@code candidate}, {@code incumbent}, {@code defaults} (the profile's weights) or {@code base rate}
 * @param rocAuc chance that a won deal was ranked above a lost one, 0 to 1, with its interval
 * @param prAuc area under the precision-recall curve, 0 to 1
 * @param logLoss mean surprise, in nats
 * @param brier mean squared miss, 0 to 1
 * @param calibrationError expected calibration error over ten bins, 0 to 1
 * @param precision10 share of wins in the best tenth
 * @param precision20 share of wins in the best fifth
 * @param lift10 that share, as a multiple of all deals' share
 * @param lift20 the same for the best fifth
 * @param lateRocAuc area under the ROC curve by what was known shortly before the close; NaN where too few deals took
 *     that long
 * @param reliability predicted against observed, in ten bins
 */
public record ModelMetrics(
        String model,
        Difference rocAuc,
        double prAuc,
        double logLoss,
        double brier,
        double calibrationError,
        double precision10,
        double precision20,
        double lift10,
        double lift20,
        double lateRocAuc,
        List<ReliabilityBin> reliability) {}
