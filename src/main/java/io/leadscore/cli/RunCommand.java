package io.leadscore.cli;

import io.leadscore.actions.ActionConfiguration;
import io.leadscore.ai.AiConfiguration;
import io.leadscore.delta.DeltaConfiguration;
import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.RunOutcome;
import io.leadscore.delta.RunRequest;
import io.leadscore.hubspot.HubSpotConfiguration;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.Role;
import io.leadscore.recalibration.FirstLearning;
import io.leadscore.report.KpiConfiguration;
import io.leadscore.report.ReportConfiguration;
import io.leadscore.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job once, now, in the foreground. */
@Command(
        name = "run",
        description = {
            "Runs a job once, now, in the foreground.",
            "delta-scoring pulls what changed, scores and writes back; one that did not finish is resumed where it stopped.",
            "weight-recalibration learns from closed deals, judges, and promotes or keeps.",
            "While another run of the job is in progress, on whatever server, this ends at once with exit code 75."
        })
final class RunCommand implements Callable<Integer> {

    static final String DELTA_SCORING = "delta-scoring";
    static final String WEIGHT_RECALIBRATION = "weight-recalibration";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<job>", description = "The job: " + DELTA_SCORING + " or " + WEIGHT_RECALIBRATION + ".")
    private String job = "";

    @Option(
            names = "--dry-run",
            description = "Compute and report; write nothing to HubSpot, and keep and promote no weights.")
    private boolean dryRun;

    @Option(
            names = "--history",
            paramLabel = "<span>",
            description = {
                "Of weight-recalibration: learn from deals made within this span, such as 24m, 2y or 400d. If the account",
                "was never pulled whole, delta-scoring runs first."
            })
    private @Nullable String history;

    @Option(
            names = "--with-actions",
            description = {
                "Of delta-scoring: let leads set off what jobs/actions.yml says even in a first sync or after a bulk import,",
                "when they set off nothing otherwise."
            })
    private boolean withActions;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (job.equals(WEIGHT_RECALIBRATION)) {
            if (withActions) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--with-actions means nothing to " + WEIGHT_RECALIBRATION + ".",
                        "Leave it out.");
            }
            return new RecalibrationRun(surroundings, dryRun, HistorySpan.parse(history), json).call();
        }
        if (!job.equals(DELTA_SCORING)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There is no job '" + job + "'.",
                    "The jobs are: " + DELTA_SCORING + ", " + WEIGHT_RECALIBRATION + ".");
        }
        if (history != null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--history means nothing to " + DELTA_SCORING + ".", "Leave it out.");
        }
        Settings settings = surroundings.settings();
        Logs.toFileInNew(settings.home());
        return carryOut(settings, surroundings, json, this::run);
    }

    /**
     * Runs the delta job in its rooms, tells how it ended, and lets the weekly job follow a first sync.
     *
     * @param run answers null when there was nothing to run
     */
    static int carryOut(
            Settings settings,
            Surroundings surroundings,
            boolean json,
            Function<DeltaScoring, @Nullable RunOutcome> run) {
        FirstLearningRun first = new FirstLearningRun(surroundings, json);
        FirstLearning.Due due;
        int exitCode;
        try (Rooms rooms = openJobRooms(settings, surroundings, Role.RUN)) {
            RunOutcome outcome = run.apply(rooms.door(DeltaScoring.class));
            if (outcome == null) {
                return ExitCode.DONE.number();
            }
            exitCode = OutcomeOut.tell(outcome, rooms.door(Rejections.class), json, surroundings);
            due = first.due(outcome, rooms);
        }
        if (due != null) {
            first.follow(due);
        }
        return exitCode;
    }

    private RunOutcome run(DeltaScoring deltaScoring) {
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            return deltaScoring.run(new RunRequest(dryRun, withActions, progress));
        }
    }

    /** The rooms of the delta job, with settings checked before anything is opened. */
    static Rooms openJobRooms(Settings settings, Surroundings surroundings, Role role, Class<?>... others) {
        settings.hubSpot();
        settings.delta();
        settings.ai();
        settings.actions();
        settings.kpi();
        List<Class<?>> rooms = new ArrayList<>(List.of(
                LedgerConfiguration.class,
                HubSpotConfiguration.class,
                AiConfiguration.class,
                ActionConfiguration.class,
                KpiConfiguration.class,
                ReportConfiguration.class,
                AiConfiguration.class,
                DeltaConfiguration.class));
        rooms.addAll(List.of(others));
        return Rooms.openToWork(settings, surroundings, role, rooms.toArray(Class<?>[]::new));
    }
}
