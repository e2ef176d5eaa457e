package io.leadscore.cli;

import io.leadscore.ledger.RunReport;
import io.leadscore.ledger.RunReports;
import io.leadscore.report.RunReporter;
import io.leadscore.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the latest runs. */
@Command(name = "runs", description = "Lists the latest runs, newest first.")
final class RunsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            defaultValue = "20",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        List<RunReport> runs;
        try (Rooms rooms = Rooms.openToRead(settings, surroundings.clock())) {
            runs = rooms.door(RunReports.class).recent(Math.max(1, limit));
        }
        if (json) {
            JsonOut.print(surroundings.out(), runs);
        } else if (runs.isEmpty()) {
            surroundings
                    .out()
                    .println("There was no run yet in " + settings.home()
                            + "; scripts/leadscore run delta-scoring starts one.");
        } else {
            surroundings.out().print(table(runs));
        }
        return ExitCode.DONE.number();
    }

    static String table(List<RunReport> runs) {
        TextTable table =
                new TextTable("ID", "JOB", "STATUS", "STARTED (UTC)", "TOOK", "SCORED", "WRITTEN", "REJECTED");
        for (RunReport run : runs) {
            Instant ended = run.endedAt();
            table.row(
                    run.executionId(),
                    run.job(),
                    run.status() + (run.details().containsKey(RunReporter.NEEDS) ? ", needs a person" : ""),
                    run.startedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()
                            .replace("T", " ")
                            .replace("Z", ""),
                    ended == null ? "-" : Took.of(Duration.between(run.startedAt(), ended)),
                    count(run, "leads scored"),
                    count(run, "leads written"),
                    count(run, "leads rejected"));
        }
        return table.render();
    }

    private static String count(RunReport run, String name) {
        return Numbers.grouped(run.counts().getOrDefault(name, 0L));
    }
}
