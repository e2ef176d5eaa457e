package io.leadscore.cli;

import io.leadscore.learning.Evaluation;
import io.leadscore.learning.Impact;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two weight sets side by side.
 *
 * @param one the first
 * @param other the second
 * @param impact what becomes of the leads of today if the second takes the first one's place
 */
record ModelComparison(Model one, Model other, Impact impact) {

    String text() {
        return "Weights\n" + weights().text() + "\nSignals: share of their component\n"
                + signals().text()
                + "\nJudged\n" + metrics().text() + caution() + "\nPriorities of the "
                + Numbers.grouped(impact.leads()) + " leads of today\n"
                + AssessmentText.impact(impact, one.label(), other.label());
    }

    private Grid weights() {
        Grid grid = headed("WHAT");
        for (Component component : Component.values()) {
            row(grid, component.key(), "%.1f %%", set -> set.spread().of(component));
        }
        row(grid, "High from", "%.0f", set -> thresholds(set).high());
        row(grid, "Medium from", "%.0f", set -> thresholds(set).medium());
        row(grid, "base rate", "%.1f %%", set -> 100 * set.calibration().baseRate());
        row(grid, "closed deals known", "%.0f", set -> set.calibration().resolvedDeals());
        return grid;
    }

    private Grid signals() {
        Grid grid = headed("SIGNAL");
        for (SignalKey signal : WeightTables.all(one.weights(), other.weights())) {
            row(grid, signal.component().key() + ": " + signal.name(), "%.1f %%", set -> set.signalWeights()
                    .getOrDefault(signal.name(), Double.NaN));
        }
        return grid;
    }

    private Grid metrics() {
        Grid grid = headed("MEASURE");
        judged(grid, "ROC AUC", metrics -> metrics.rocAuc().value());
        judged(grid, "ROC AUC, low end of 95 %", metrics -> metrics.rocAuc().low());
        judged(grid, "ROC AUC, high end", metrics -> metrics.rocAuc().high());
        judged(grid, "PR AUC", ModelMetrics::prAuc);
        judged(grid, "log loss", ModelMetrics::logLoss);
        judged(grid, "Brier score", ModelMetrics::brier);
        judged(grid, "calibration error", ModelMetrics::calibrationError);
        judged(grid, "lift of the best tenth", ModelMetrics::lift10);
        judged(grid, "lift of the best fifth", ModelMetrics::lift20);
        return grid;
    }

    private String caution() {
        Evaluation first = one.evaluation();
        Evaluation second = other.evaluation();
        if (first == null || second == null) {
            return "What was not judged has no measures.\n";
        }
        return first.judgedFrom().equals(second.judgedFrom())
                ? "Both on the deals since " + Moment.day(first.judgedFrom()) + ".\n"
                : "Judged on other deals: the first on those since " + Moment.day(first.judgedFrom())
                        + ", the second since " + Moment.day(second.judgedFrom())
                        + "; small differences mean nothing.\n";
    }

    private Grid headed(String first) {
        return new Grid(first, one.label(), other.label(), "CHANGE");
    }

    private void row(Grid grid, String name, String format, ToDoubleFunction<WeightSet> value) {
        row(grid, name, format, value.applyAsDouble(one.weights()), value.applyAsDouble(other.weights()));
    }

    private void judged(Grid grid, String name, ToDoubleFunction<ModelMetrics> value) {
        row(grid, name, "%.3f", of(one.metrics(), value), of(other.metrics(), value));
    }

    private static double of(@Nullable ModelMetrics metrics, ToDoubleFunction<ModelMetrics> value) {
        return metrics == null ? Double.NaN : value.applyAsDouble(metrics);
    }

    private static void row(Grid grid, String name, String format, double first, double second) {
        grid.row(
                name,
                formatted(format, first),
                formatted(format, second),
                formatted("%+" + format.substring(1), second - first));
    }

    private static String formatted(String format, double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
    }

    private static Thresholds thresholds(WeightSet set) {
        Thresholds own = set.thresholds();
        return own == null ? set.profile().thresholds() : own;
    }
}
