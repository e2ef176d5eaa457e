package io.leadscore.cli;

import io.leadscore.learning.AiEvaluation;
import io.leadscore.learning.Assessment;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.Impact;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.learning.SegmentLeads;
import io.leadscore.learning.SegmentReport;
import io.leadscore.scoring.CarriedOver;
import java.util.List;

/** A model card in Markdown. Whatever came from the account is escaped. */
final class ModelCardText {

    private final Model model;
    private final ModelCard card;
    private final StringBuilder text = new StringBuilder();

    private ModelCardText(Model model) {
        this.model = model;
        this.card = ModelCard.of(model);
    }

    static String of(Model model) {
        return new ModelCardText(model).write();
    }

    private String write() {
        text.append("# Model card: weight set ")
                .append(MarkdownText.of(model.label()))
                .append('\n');
        paragraph("Made " + Moment.minute(model.made()) + " UTC from: " + model.origin() + "; " + model.state() + ".");
        CarriedOver carried = model.carriedOver();
        if (carried != null) {
            paragraph(String.join(" ", carried.sentences()));
        }
        section("Purpose");
        list(card.purpose());
        section("How the probability is to be read");
        list(card.reading());
        table(Chance.grid(card.chances()));
        data();
        section("Weights");
        table(WeightTables.components(model.weights()));
        table(WeightTables.signals(model.weights()));
        Grid learnt = WeightTables.learnt(model.weights());
        if (!learnt.isEmpty()) {
            paragraph("What deals say of the account's own properties:");
            table(learnt);
        }
        if (!model.weights().segmentModels().isEmpty()) {
            paragraph("Of segments that have weights of their own:");
            table(WeightTables.ofSegments(model.weights()));
        }
        paragraph("Priorities: " + ModelText.priorities(model.weights()));
        judged();
        section("Known limits");
        list(card.limits());
        section("Provenance");
        table(ModelText.provenance(card.provenance()));
        return text.toString();
    }

    private void data() {
        section("Data");
        paragraph("Deals " + (card.dataFrom() == null ? "" : "made since " + Moment.day(card.dataFrom()) + ", ")
                + "as known on " + Moment.day(card.dataUntil()) + ", of this account only.");
        table(ModelText.counts(card.counts(), "DEALS"));
        section("Left out");
        if (card.exclusions().isEmpty()) {
            paragraph("Nothing.");
        } else {
            table(ModelText.counts(card.exclusions(), "DEALS"));
        }
        section("Taken as unchanged");
        paragraph(
                card.takenAsUnchanged() == null
                        ? "Nothing was learnt from the past, so nothing had to be."
                        : "HubSpot's mirror has no history of these facts. They were taken to have been, when a deal was"
                                + " made, what they are today: " + card.takenAsUnchanged() + ".");
    }

    private void judged() {
        section("How it was judged");
        Assessment assessment = card.assessment();
        if (assessment == null) {
            paragraph("It was not: nothing was learnt for it.");
            return;
        }
        if (!model.isLearnt()) {
            paragraph("This set keeps the weights of the incumbent of its run. The candidate is another set, learnt in"
                    + " that run; the incumbent's rows are what is known of these weights.");
        }
        paragraph("Verdict on the candidate: "
                + assessment.verdict().decision().name().replace('_', ' ') + ". "
                + String.join(" ", assessment.verdict().reasons()));
        Evaluation evaluation = model.evaluation();
        ModelMetrics metrics = model.metrics();
        if (evaluation != null && metrics != null) {
            evaluation(evaluation, metrics);
        }
        AiEvaluation ai = assessment.ai();
        if (ai != null) {
            subsection("Whether the AI helps");
            paragraph(AiEvaluationText.slice(ai));
            Grid grid = AiEvaluationText.grid(ai);
            if (!grid.isEmpty()) {
                table(grid);
            }
            paragraph(AiEvaluationText.worth(ai) + ". " + ai.sentence());
        }
        SegmentReport segments = assessment.segments();
        if (segments != null) {
            segments(segments);
        }
        Impact impact = assessment.impact();
        if (impact != null) {
            subsection("What it did to the leads of that day");
            table(EvaluationTables.priorities(impact, "LEADS", "WITH THE CANDIDATE"));
            impact.moves().forEach((move, leads) -> item(move + ": " + Numbers.grouped(leads)));
        }
        if (!assessment.notes().isEmpty()) {
            subsection("Notes of the run");
            list(assessment.notes());
        }
    }

    private void segments(SegmentReport report) {
        subsection("The profile's segments");
        if (report.verdicts().isEmpty()) {
            paragraph("There were too few deals to learn anything of them.");
        } else {
            paragraph(
                    "A segment has weights of its own once they rank its newest deals, which they have not seen, better"
                            + " than the common ones do.");
            table(EvaluationTables.profileSegments(report));
        }
        SegmentLeads leads = report.leads();
        if (leads != null) {
            paragraph(leads.sentence());
        }
    }

    private void evaluation(Evaluation evaluation, ModelMetrics metrics) {
        paragraph(
                EvaluationTables.slice(evaluation) + ". Intervals are of 95 %, from draws of companies. ROC AUC: chance"
                        + " that a won deal is ranked above a lost one. Log loss, Brier and ECE: less is better. Lift: wins among"
                        + " the best, as a multiple of all. Late: by what was known shortly before the close.");
        table(EvaluationTables.models(evaluation));
        subsection("Against the incumbent, the profile's own weights, and the base rate");
        table(EvaluationTables.comparisons(evaluation));
        subsection("Reliability");
        table(EvaluationTables.reliability(metrics.reliability()));
        subsection("Segments");
        Grid segments = EvaluationTables.segments(evaluation);
        if (segments.isEmpty()) {
            paragraph("None has 50 deals.");
        } else {
            table(segments);
        }
    }

    private void section(String title) {
        text.append("\n## ").append(title).append('\n');
    }

    private void subsection(String title) {
        text.append("\n### ").append(title).append('\n');
    }

    private void paragraph(String sentences) {
        text.append('\n').append(MarkdownText.of(sentences)).append('\n');
    }

    private void table(Grid grid) {
        text.append('\n').append(grid.markdown());
    }

    private void list(List<String> sentences) {
        text.append('\n');
        sentences.forEach(this::item);
    }

    private void item(String sentence) {
        text.append("- ").append(MarkdownText.of(sentence)).append('\n');
    }
}
