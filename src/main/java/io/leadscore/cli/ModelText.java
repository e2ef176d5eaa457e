package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.ledger.WeightSetEvent;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.Provenance;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A weight set in full, for people. */
final class ModelText {

    private ModelText() {}

    /** @param shadowMoves how many leads have which two priorities; null while it is not in the shadow */
    static String of(Model model, @Nullable Map<String, Long> shadowMoves, List<WeightSetEvent> events) {
        WeightSet weights = model.weights();
        StringBuilder text = new StringBuilder();
        text.append("Weight set ")
                .append(weights.id())
                .append(" (")
                .append(CleanText.of(model.label()))
                .append("), ")
                .append(model.state())
                .append("\nMade ")
                .append(Moment.minute(model.made()))
                .append(" UTC from: ")
                .append(CleanText.of(model.origin()))
                .append('\n');
        CarriedOver carried = model.carriedOver();
        if (carried != null) {
            carried.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        }
        section(text, "Weights", WeightTables.components(weights).text());
        if (!weights.segmentModels().isEmpty()) {
            section(
                    text,
                    "Segments with weights of their own",
                    WeightTables.ofSegments(weights).text());
        }
        section(text, "Signals", WeightTables.signals(weights).text());
        Grid learnt = WeightTables.learnt(weights);
        if (!learnt.isEmpty()) {
            section(text, "Learnt of the account's own properties", learnt.text());
        }
        section(text, "Priorities", priorities(weights) + "\n");
        section(
                text,
                "Close probability",
                String.join("\n", CalibrationText.of(weights)) + "\n"
                        + Chance.grid(Chance.of(weights)).text());
        section(text, "Provenance", provenance(weights.provenance()).text());
        assessment(text, model);
        if (shadowMoves != null) {
            section(
                    text,
                    "In the shadow: priority of the live set to its own",
                    counts(shadowMoves, "LEADS").text());
        }
        section(text, "What happened", events(events));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String body) {
        text.append('\n').append(title).append('\n').append(body);
    }

    private static void assessment(StringBuilder text, Model model) {
        Assessment assessment = model.stored().assessment();
        if (assessment == null) {
            section(text, "Judged", "Not: nothing was learnt for it.\n");
            return;
        }
        section(text, model.isLearnt() ? "Judged" : RENEWED, AssessmentText.of(assessment));
        ModelMetrics metrics = model.metrics();
        Evaluation evaluation = model.evaluation();
        if (metrics != null && evaluation != null) {
            section(
                    text,
                    "Predicted and observed",
                    EvaluationTables.reliability(metrics.reliability()).text());
            Grid segments = EvaluationTables.segments(evaluation);
            if (!segments.isEmpty()) {
                section(text, "Segments of 50 deals and more", segments.text());
            }
        }
    }

    private static final String RENEWED =
            "Judged with the candidate that was learnt in the same run; this set keeps the incumbent's weights";

    /** From which points on which priority is, and what points mean. */
    static String priorities(WeightSet weights) {
        Scale scale = weights.scale();
        String meaning = scale == null
                ? "Points are the signals' weighted sum, in percent."
                : scale.sentence(Objects.requireNonNull(weights.thresholds(), "a weight set has thresholds"));
        return thresholds(weights.thresholds()) + " " + meaning;
    }

    static String thresholds(@Nullable Thresholds thresholds) {
        return thresholds == null
                ? "As the profile says."
                : "High from " + thresholds.high() + " points on, Medium from " + thresholds.medium() + ", Low below.";
    }

    static Grid provenance(Provenance provenance) {
        Grid grid = new Grid("WHAT", "IS");
        grid.row("data from", provenance.dataFrom() == null ? "the first" : Moment.minute(provenance.dataFrom()))
                .row("data until", Moment.minute(provenance.dataUntil()))
                .row("profile", provenance.profileFingerprint())
                .row("seed", provenance.seed() == null ? "none" : provenance.seed())
                .row("Java", provenance.javaVersion())
                .row("system", provenance.os());
        if (provenance.options() != null) {
            provenance.options().forEach(grid::row);
        }
        provenance.counts().forEach((what, count) -> grid.row("deals: " + what, Numbers.grouped(count)));
        return grid;
    }

    static Grid counts(Map<String, Long> counts, String heading) {
        Grid grid = new Grid("WHICH", heading);
        counts.forEach((which, count) -> grid.row(which, Numbers.grouped(count)));
        return grid;
    }

    private static String events(List<WeightSetEvent> events) {
        TextTable table = new TextTable("WHEN (UTC)", "WHAT", "BY", "WHY");
        events.forEach(event -> table.row(Moment.minute(event.at()), event.action(), event.actor(), event.reason()));
        return table.render();
    }
}
