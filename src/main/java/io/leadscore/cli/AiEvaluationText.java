package io.leadscore.cli;

import io.leadscore.learning.AiEvaluation;
import io.leadscore.learning.Difference;
import io.leadscore.recalibration.AiEvaluated;
import java.util.Locale;

/** What the AI is found to be worth, for people. */
final class AiEvaluationText {

    private AiEvaluationText() {}

    static String of(AiEvaluated evaluated) {
        StringBuilder text = new StringBuilder();
        text.append("AI: ")
                .append(CleanText.of(evaluated.model()))
                .append(", which gives a lead at most ")
                .append(String.format(Locale.ROOT, "%.1f", evaluated.points()))
                .append(" of 100 points under weight set ")
                .append(CleanText.of(evaluated.weights()))
                .append('\n');
        evaluated.asked().forEach((what, count) -> text.append(CleanText.of(what))
                .append(": ")
                .append(Numbers.grouped(count))
                .append('\n'));
        evaluated.notes().forEach(note -> text.append(CleanText.of(note)).append('\n'));
        text.append('\n').append(of(evaluated.evaluation()));
        return text.append(CleanText.of(evaluated.consequence())).append('\n').toString();
    }

    /** The evaluation alone: a table and the finding. */
    static String of(AiEvaluation evaluation) {
        StringBuilder text = new StringBuilder(slice(evaluation)).append('\n');
        Grid grid = grid(evaluation);
        if (!grid.isEmpty()) {
            text.append(grid.text());
        }
        return text.append(worth(evaluation))
                .append(". ")
                .append(CleanText.of(evaluation.sentence()))
                .append('\n')
                .toString();
    }

    /** On which deals it was judged. */
    static String slice(AiEvaluation evaluation) {
        String seen = "The AI sees the leads of " + Numbers.grouped(evaluation.seen()) + " closed deals, of which "
                + Numbers.grouped(evaluation.seenWon()) + " were won";
        return evaluation.judgedFrom() == null
                ? seen + "."
                : seen + "; judged on " + Numbers.grouped(evaluation.judged()) + " since "
                        + Moment.day(evaluation.judgedFrom()) + ", of which "
                        + Numbers.grouped(evaluation.judgedWon()) + " were won.";
    }

    /** Empty where nothing was judged. */
    static Grid grid(AiEvaluation evaluation) {
        Grid grid = new Grid("FORETOLD", "ROC AUC", "95 %", "LOG LOSS", "95 %");
        AiEvaluation.Foretold without = evaluation.without();
        AiEvaluation.Foretold with = evaluation.with();
        Difference rocAuc = evaluation.rocAuc();
        Difference saved = evaluation.logLossSaved();
        if (without != null && with != null && rocAuc != null && saved != null) {
            row(grid, "without the AI", without);
            row(grid, "with the AI", with);
            grid.row(
                    "the AI adds, or saves",
                    EvaluationTables.signed(rocAuc.value()),
                    EvaluationTables.interval(rocAuc),
                    EvaluationTables.signed(saved.value()),
                    EvaluationTables.interval(saved));
        }
        return grid;
    }

    static String worth(AiEvaluation evaluation) {
        return evaluation.worth().name().replace('_', ' ');
    }

    private static void row(Grid grid, String name, AiEvaluation.Foretold foretold) {
        grid.row(
                name,
                EvaluationTables.three(foretold.rocAuc().value()),
                EvaluationTables.interval(foretold.rocAuc()),
                EvaluationTables.three(foretold.logLoss().value()),
                EvaluationTables.interval(foretold.logLoss()));
    }
}
