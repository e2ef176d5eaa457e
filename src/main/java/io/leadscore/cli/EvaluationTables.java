package io.leadscore.cli;

import io.leadscore.lead.Pseudonym;
import io.leadscore.learning.Comparison;
import io.leadscore.learning.Difference;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.Impact;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.learning.ReliabilityBin;
import io.leadscore.learning.SegmentLeads;
import io.leadscore.learning.SegmentMetrics;
import io.leadscore.learning.SegmentReport;
import io.leadscore.learning.SegmentVerdict;
import java.util.List;
import java.util.Locale;

/** The tables of an evaluation. */
final class EvaluationTables {

    private EvaluationTables() {}

    /** On which deals it was judged, as the beginning of a sentence. */
    static String slice(Evaluation evaluation) {
        return "On " + Numbers.grouped(evaluation.judgedDeals()) + " deals since "
                + Moment.day(evaluation.judgedFrom()) + ", of which " + Numbers.grouped(evaluation.judgedWon())
                + " were won and from which nothing was learnt"
                + (evaluation.unseenCompaniesOnly() ? ", nor from their companies" : "");
    }

    static Grid models(Evaluation evaluation) {
        Grid grid = new Grid(
                "MODEL", "ROC AUC", "95 %", "PR AUC", "LOG LOSS", "BRIER", "ECE", "LIFT 10 %", "LIFT 20 %", "LATE AUC");
        for (ModelMetrics model : evaluation.models()) {
            grid.row(
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
        return grid;
    }

    static Grid comparisons(Evaluation evaluation) {
        Grid grid = new Grid("CANDIDATE AGAINST", "ROC AUC", "95 %", "LOG LOSS SAVED", "95 %");
        for (Comparison comparison : evaluation.comparisons()) {
            grid.row(
                    comparison.against(),
                    signed(comparison.rocAuc().value()),
                    interval(comparison.rocAuc()),
                    signed(comparison.logLossSaved().value()),
                    interval(comparison.logLossSaved()));
        }
        return grid;
    }

    static Grid reliability(List<ReliabilityBin> bins) {
        Grid grid = new Grid("DEALS", "PREDICTED", "WON");
        bins.forEach(bin -> grid.row(Numbers.grouped(bin.cases()), percent(bin.predicted()), percent(bin.observed())));
        return grid;
    }

    static Grid segments(Evaluation evaluation) {
        Grid grid = new Grid("BY", "VALUE", "DEALS", "PREDICTED", "WON", "CANDIDATE'S ROC AUC", "INCUMBENT'S");
        for (SegmentMetrics segment : evaluation.segments()) {
            grid.row(
                    segment.dimension(),
                    Pseudonym.shown(segment.value()),
                    Numbers.grouped(segment.deals()),
                    percent(segment.predicted()),
                    percent((double) segment.won() / segment.deals()),
                    three(segment.candidateRocAuc()),
                    three(segment.incumbentRocAuc()));
        }
        return grid;
    }

    /** Which of the profile's segments have weights of their own, and why. */
    static Grid profileSegments(SegmentReport report) {
        Grid grid = new Grid(
                "SEGMENT", "WEIGHTS", "WON", "LOST", "JUDGED ON", "ITS OWN'S ROC AUC", "COMMON'S", "LEADS", "WHY");
        SegmentLeads leads = report.leads();
        for (SegmentVerdict verdict : report.verdicts()) {
            grid.row(
                    verdict.segment(),
                    verdict.own() ? "own" : "common",
                    Numbers.grouped(verdict.won()),
                    Numbers.grouped(verdict.lost()),
                    Numbers.grouped(verdict.judgedDeals()),
                    three(verdict.ownRocAuc() == null ? Double.NaN : verdict.ownRocAuc()),
                    three(verdict.commonRocAuc() == null ? Double.NaN : verdict.commonRocAuc()),
                    leads == null ? "-" : Numbers.grouped(leads.leads().getOrDefault(verdict.segment(), 0L)),
                    verdict.why());
        }
        return grid;
    }

    /**
     * How many leads have which priority.
     *
     * @param before heading of what is
     * @param after heading of what would be
     */
    static Grid priorities(Impact impact, String before, String after) {
        Grid grid = new Grid("PRIORITY", before, "SHARE", after, "SHARE");
        impact.before().forEach((priority, leads) -> {
            long then = impact.after().getOrDefault(priority, 0L);
            grid.row(
                    priority,
                    Numbers.grouped(leads),
                    share(leads, impact.leads()),
                    Numbers.grouped(then),
                    share(then, impact.leads()));
        });
        return grid;
    }

    static String share(long part, long all) {
        return all == 0 ? "-" : percent((double) part / all);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
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
