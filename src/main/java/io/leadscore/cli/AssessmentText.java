package io.leadscore.cli;

import io.leadscore.learning.AiEvaluation;
import io.leadscore.learning.Assessment;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.Impact;
import io.leadscore.learning.SegmentLeads;
import io.leadscore.learning.SegmentReport;

/** How a weight set was judged, for people. */
final class AssessmentText {

    private AssessmentText() {}

    static String of(Assessment assessment) {
        StringBuilder text = new StringBuilder();
        text.append("Verdict: ").append(assessment.verdict().decision()).append('\n');
        assessment.verdict().reasons().forEach(reason -> text.append("  ")
                .append(CleanText.of(reason))
                .append('\n'));
        Evaluation evaluation = assessment.evaluation();
        if (evaluation != null) {
            text.append('\n')
                    .append(EvaluationTables.slice(evaluation))
                    .append(":\n")
                    .append(EvaluationTables.models(evaluation).text())
                    .append('\n')
                    .append(EvaluationTables.comparisons(evaluation).text());
        }
        AiEvaluation ai = assessment.ai();
        if (ai != null) {
            text.append('\n').append(AiEvaluationText.of(ai));
        }
        SegmentReport segments = assessment.segments();
        if (segments != null) {
            text.append('\n').append(segments(segments));
        }
        Impact impact = assessment.impact();
        if (impact != null) {
            text.append('\n').append(impact(impact, "LEADS TODAY", "WITH THESE WEIGHTS"));
        }
        if (!assessment.notes().isEmpty()) {
            text.append('\n');
            assessment.notes().forEach(note -> text.append(CleanText.of(note)).append('\n'));
        }
        return text.toString();
    }

    private static String segments(SegmentReport report) {
        SegmentLeads leads = report.leads();
        return (report.verdicts().isEmpty()
                        ? ""
                        : EvaluationTables.profileSegments(report).text())
                + (leads == null ? "" : CleanText.of(leads.sentence()) + "\n");
    }

    static String impact(Impact impact, String before, String after) {
        StringBuilder text = new StringBuilder(
                EvaluationTables.priorities(impact, before, after).text());
        impact.moves().forEach((move, leads) -> text.append("  ")
                .append(move)
                .append(": ")
                .append(Numbers.grouped(leads))
                .append('\n'));
        return text.toString();
    }
}
