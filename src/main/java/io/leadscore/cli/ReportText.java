package io.leadscore.cli;

import io.leadscore.ledger.ScoreSpread;
import io.leadscore.report.BeforeAfter;
import io.leadscore.report.Cohort;
import io.leadscore.report.Comparison;
import io.leadscore.report.Group;
import io.leadscore.report.Interval;
import io.leadscore.report.KpiReport;
import io.leadscore.report.Trial;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A KPI report for people. */
final class ReportText {

    private static final int BAR = 40;
    private static final int TEN = 10;

    private final KpiReport report;
    private final String days;

    private ReportText(KpiReport report) {
        this.report = report;
        this.days = shortest(report.windowDays()) + " days";
    }

    static String of(KpiReport report) {
        ReportText text = new ReportText(report);
        return "Account " + report.portalId() + ", " + day(report.at()) + "\n\n" + scores(report.scores()) + "\n"
                + text.trial(report.trial()) + "\n" + text.beforeAfter(report.beforeAfter());
    }

    private static String scores(ScoreSpread scores) {
        long leads = scores.leads();
        if (leads == 0) {
            return "No lead has a score yet; scripts/leadscore run delta-scoring scores them.\n";
        }
        TextTable priorities = new TextTable("PRIORITY", "LEADS", "SHARE");
        for (Priority priority : Priority.values()) {
            long many = scores.priorities().getOrDefault(priority, 0L);
            priorities.row(priority.label(), Numbers.grouped(many), share(many, leads));
        }
        TextTable tens = new TextTable("POINTS", "LEADS", "SHARE", "");
        for (int ten = TEN - 1; ten >= 0; ten--) {
            long many = scores.tens().get(ten);
            tens.row(
                    TEN * ten + " to " + (ten == TEN - 1 ? TEN * TEN : TEN * ten + TEN - 1),
                    Numbers.grouped(many),
                    share(many, leads),
                    "#".repeat(Math.toIntExact(Math.round(BAR * many / (double) leads))));
        }
        long notLearnt = scores.withoutLearntProbability();
        return priorities.render() + "\n" + tens.render() + Numbers.grouped(notLearnt) + " of " + Numbers.grouped(leads)
                + " leads (" + share(notLearnt, leads) + ") have no learnt close probability, only the base rate.\n";
    }

    private String trial(Trial trial) {
        String heading = "High leads, won within " + days + " of becoming High: acted on against held out\n";
        if (trial.since() == null) {
            return heading
                    + groups().row(cells("all", trial.treated())).render()
                    + "Nobody is held out so far, so nothing can be compared: holdout-share in jobs/kpi.yml holds a share"
                    + " out\nof the actions on High leads.\n";
        }
        return heading
                + groups().row(cells("acted on", trial.treated()))
                        .row(cells("held out", trial.heldOut()))
                        .render()
                + "Since " + day(trial.since()) + " " + percent(100 * trial.share())
                + " of the contacts are held out.\n"
                + verdict("Lead-to-close rate", trial.closeRate(), "in the smaller group, the other growing alike")
                + verdict("Time to close", trial.timeToClose(), "in the smaller group, the other growing alike");
    }

    private String beforeAfter(BeforeAfter beforeAfter) {
        String heading = "Leads, won within " + days + " of their creation: before against since Leadscore\n";
        Instant first = beforeAfter.firstScoring();
        if (first == null) {
            return heading + "No lead is scored yet.\n";
        }
        TextTable table = groups();
        Cohort before = beforeAfter.before();
        if (before != null) {
            table.row(cells("before", before.leads()));
        }
        Cohort after = beforeAfter.after();
        if (after == null) {
            Duration window = Duration.ofMinutes(
                    Math.round(report.windowDays() * Duration.ofDays(1).toMinutes()));
            return heading + table.render() + "Scored since " + day(first) + "; the first leads created since have had "
                    + days + " on " + day(first.plus(window)) + ", "
                    + Numbers.grouped(beforeAfter.pending()) + " wait for it.\n";
        }
        table.row(cells(
                "since",
                new Group(
                        beforeAfter.pending(),
                        after.leads().closeRate(),
                        after.leads().timeToClose())));
        return heading + table.render() + (before == null ? "" : "Created " + span(before) + ", and ") + span(after)
                + "; scored since " + day(first) + ".\n"
                + verdict("Lead-to-close rate", beforeAfter.closeRate(), "since")
                + verdict("Time to close", beforeAfter.timeToClose(), "since");
    }

    private static TextTable groups() {
        return new TextTable(
                "GROUP", "LEADS", "WON", "RATE", "95 % OF RATE", "DAYS (MEDIAN)", "95 % OF DAYS", "TOO YOUNG");
    }

    private static Object[] cells(String name, Group group) {
        return new Object[] {
            name,
            Numbers.grouped(group.closeRate().leads()),
            Numbers.grouped(group.closeRate().won()),
            group.closeRate().percent() == null
                    ? "-"
                    : percent(group.closeRate().percent()),
            interval(group.closeRate().interval(), " %"),
            group.timeToClose().medianDays() == null
                    ? "-"
                    : decimal(group.timeToClose().medianDays()),
            interval(group.timeToClose().interval(), ""),
            Numbers.grouped(group.pending())
        };
    }

    private static String verdict(String what, Comparison comparison, String where) {
        String change = comparison.change() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%+.1f %% (95 %%: %+.1f to %+.1f %%); ",
                        comparison.change().percent(),
                        comparison.change().interval().low(),
                        comparison.change().interval().high());
        String goal = (comparison.goalPercent() > 0 ? "+" : "") + shortest(comparison.goalPercent()) + " %";
        String verdict =
                switch (comparison.verdict()) {
                    case MET -> "met";
                    case NOT_MET -> "not met";
                    case NOT_ENOUGH_DATA -> "not enough data to tell; " + need(comparison, where);
                };
        return what + ": " + change + "goal " + goal + ": " + verdict + ".\n";
    }

    private static String need(Comparison comparison, String where) {
        Long more = comparison.moreWon();
        if (more == null) {
            return "too few leads were won before for it ever to be told";
        }
        return (comparison.change() == null ? "at least " : "about ")
                + Numbers.grouped(more)
                + (more == 1 ? " more won lead is needed " : " more won leads are needed ")
                + where;
    }

    private static String interval(@Nullable Interval interval, String unit) {
        return interval == null ? "-" : decimal(interval.low()) + " to " + decimal(interval.high()) + unit;
    }

    private static String span(Cohort cohort) {
        return day(cohort.from()) + " to " + day(cohort.until());
    }

    private static String share(long many, long of) {
        return percent(100.0 * many / of);
    }

    private static String percent(double percent) {
        return decimal(percent) + " %";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Without decimals that say nothing. */
    private static String shortest(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
