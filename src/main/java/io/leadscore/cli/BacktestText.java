package io.leadscore.cli;

import io.leadscore.learning.BacktestResult;
import io.leadscore.learning.BacktestSpan;
import io.leadscore.learning.Difference;
import io.leadscore.learning.HighEntries;
import io.leadscore.learning.Impact;
import io.leadscore.learning.RankComparison;
import io.leadscore.learning.RankMetrics;
import io.leadscore.recalibration.BacktestOutcome;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a backtest found, for people. */
final class BacktestText {

    private static final int BINS = 10;

    private BacktestText() {}

    static String of(BacktestOutcome outcome) {
        BacktestResult history = outcome.history();
        StringBuilder text = new StringBuilder();
        text.append("Tried: ")
                .append(outcome.draft())
                .append(", beside the live weight set ")
                .append(outcome.live())
                .append('\n')
                .append(history.verdict().sentence())
                .append('\n');
        outcome.notes().forEach(note -> text.append(CleanText.of(note)).append('\n'));
        RankComparison ranks = history.ranks();
        if (ranks != null) {
            text.append('\n').append(ranks(ranks));
        }
        text.append("\nDeals made ").append(span(history.span())).append('\n').append(counts(history));
        text.append("\nLeads of the closed deals, as known when these were made:\n")
                .append(impact(history.scores()));
        text.append("\nLeads of today:\n").append(impact(outcome.today()));
        text.append("\nLeads that came into High while their deal was open:\n").append(entries(history.entries()));
        text.append('\n');
        history.notes().forEach(note -> text.append(CleanText.of(note)).append('\n'));
        text.append("Nothing was written.\n");
        return text.toString();
    }

    private static String ranks(RankComparison ranks) {
        TextTable table =
                new TextTable("RANKING", "ROC AUC", "95 %", "WON IN BEST 10 %", "LIFT", "WON IN BEST 20 %", "LIFT");
        row(table, "live", ranks.live());
        row(table, "draft", ranks.draft());
        Difference gain = ranks.rocAuc();
        table.row("difference", EvaluationTables.signed(gain.value()), EvaluationTables.interval(gain), "", "", "", "");
        return table.render();
    }

    private static void row(TextTable table, String who, RankMetrics metrics) {
        table.row(
                who,
                EvaluationTables.three(metrics.rocAuc().value()),
                EvaluationTables.interval(metrics.rocAuc()),
                percent(metrics.precision10()),
                EvaluationTables.two(metrics.lift10()),
                percent(metrics.precision20()),
                EvaluationTables.two(metrics.lift20()));
    }

    private static String counts(BacktestResult history) {
        StringBuilder text = new StringBuilder();
        history.counts().forEach((what, deals) -> text.append("  ")
                .append(what)
                .append(": ")
                .append(Numbers.grouped(deals))
                .append('\n'));
        return text.toString();
    }

    private static String impact(Impact impact) {
        TextTable priorities = new TextTable("PRIORITY", "LIVE", "SHARE", "DRAFT", "SHARE");
        for (Priority priority : Priority.values()) {
            long before = impact.before().getOrDefault(priority.label(), 0L);
            long after = impact.after().getOrDefault(priority.label(), 0L);
            priorities.row(
                    priority.label(),
                    Numbers.grouped(before),
                    EvaluationTables.share(before, impact.leads()),
                    Numbers.grouped(after),
                    EvaluationTables.share(after, impact.leads()));
        }
        StringBuilder text = new StringBuilder(priorities.render());
        impact.moves().forEach((move, leads) -> text.append("  ")
                .append(move)
                .append(": ")
                .append(Numbers.grouped(leads))
                .append('\n'));
        TextTable points = new TextTable("POINTS", "LIVE", "SHARE", "DRAFT", "SHARE");
        for (int bin = 0; bin < BINS; bin++) {
            long before = impact.histogramBefore().get(bin);
            long after = impact.histogramAfter().get(bin);
            points.row(
                    bin * BINS + " to " + (bin == BINS - 1 ? BINS * BINS : bin * BINS + BINS - 1),
                    Numbers.grouped(before),
                    EvaluationTables.share(before, impact.leads()),
                    Numbers.grouped(after),
                    EvaluationTables.share(after, impact.leads()));
        }
        return text.append('\n').append(points.render()).toString();
    }

    private static String entries(List<HighEntries> entries) {
        TextTable table = new TextTable("MONTH", "LIVE", "DRAFT");
        entries.forEach(
                month -> table.row(month.month(), Numbers.grouped(month.live()), Numbers.grouped(month.draft())));
        table.row("all", sum(entries, HighEntries::live), sum(entries, HighEntries::draft));
        return table.render();
    }

    private static String sum(List<HighEntries> entries, ToLongFunction<HighEntries> count) {
        return Numbers.grouped(entries.stream().mapToLong(count).sum());
    }

    private static String span(BacktestSpan span) {
        return "from " + minute(span.from()) + " on and before " + minute(span.to()) + " (UTC):";
    }

    private static String minute(Instant instant) {
        return instant.toString()
                .substring(0, "2026-01-01T00:00".length())
                .replace('T', ' ')
                .replace(" 00:00", "");
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
