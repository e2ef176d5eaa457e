package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Comparison;
import io.leadscore.learning.Difference;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.Impact;
import io.leadscore.learning.ModelMetrics;
import java.util.Locale;

/** How a weight set was judged, for people. */
final class AssessmentText {

    private AssessmentText() {}

    static String of(Assessment assessment) {
        StringBuilder text = new StringBuilder();
        text.append("Verdict: ").append(assessment.verdict().decision()).append('\n');
        assessment.verdict().reasons().forEach(reason -> text.append("  ")
                .append(reason)
                .append('\n'));
        Evaluation evaluation = assessment.evaluation();
        if (evaluation != null) {
            text.append('\n').append(models(evaluation)).append('\n').append(comparisons(evaluation));
        }
        Impact impact = assessment.impact();
        if (impact != null) {
            text.append('\n').append(impact(impact));
        }
        if (!assessment.notes().isEmpty()) {
            text.append('\n');
            assessment.notes().forEach(note -> text.append(CleanText.of(note)).append('\n'));
        }
        return text.toString();
    }

    private static String models(Evaluation evaluation) {
        TextTable table = new TextTable(
                "MODEL", "ROC AUC", "95 %", "PR AUC", "LOG LOSS", "BRIER", "ECE", "LIFT 10 %", "LIFT 20 %", "LATE AUC");
        for (ModelMetrics model : evaluation.models()) {
            table.row(
                    model.model(),
                    three(model.rocAuc().value()),
                    interval(model.rocAuc()),
                    three(model.prAuc()),
                    three(model.logLoss()),
                    three(model.brier()),
                    three(model.calibrationError()),
                    two(model.lift10()),
                    two(model.lift20()),
                    three(model.lateRocAuc()));
        }
        return "On " + Numbers.grouped(evaluation.judgedDeals()) + " deals since "
                + evaluation.judgedFrom().toString().substring(0, "2026-01-01".length()) + ", of which "
                + Numbers.grouped(evaluation.judgedWon()) + " were won and from which nothing was learnt"
                + (evaluation.unseenCompaniesOnly() ? ", nor from their companies" : "") + ":\n"
                + table.render();
    }

    private static String comparisons(Evaluation evaluation) {
        TextTable table = new TextTable("CANDIDATE AGAINST", "ROC AUC", "95 %", "LOG LOSS SAVED", "95 %");
        for (Comparison comparison : evaluation.comparisons()) {
            table.row(
                    comparison.against(),
                    signed(comparison.rocAuc().value()),
                    interval(comparison.rocAuc()),
                    signed(comparison.logLossSaved().value()),
                    interval(comparison.logLossSaved()));
        }
        return table.render();
    }

    static String impact(Impact impact) {
        TextTable table = new TextTable("PRIORITY", "LEADS TODAY", "SHARE", "WITH THESE WEIGHTS", "SHARE");
        impact.before().forEach((priority, before) -> {
            long after = impact.after().getOrDefault(priority, 0L);
            table.row(
                    priority,
                    Numbers.grouped(before),
                    share(before, impact.leads()),
                    Numbers.grouped(after),
                    share(after, impact.leads()));
        });
        StringBuilder text = new StringBuilder(table.render());
        impact.moves().forEach((move, leads) -> text.append("  ")
                .append(move)
                .append(": ")
                .append(Numbers.grouped(leads))
                .append('\n'));
        return text.toString();
    }

    static String share(long part, long all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }

    static String interval(Difference difference) {
        return Double.isNaN(difference.low()) ? "-" : three(difference.low()) + " to " + three(difference.high());
    }

    static String three(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.3f", number);
    }

    static String two(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.2f", number);
    }

    static String signed(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%+.3f", number);
    }
}
