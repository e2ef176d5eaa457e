package io.leadscore.cli;

import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.RunOutcome;
import io.leadscore.delta.RunRequest;
import io.leadscore.settings.Settings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restarts a run where it failed. */
@Command(
        name = "relaunch",
        description = {
            "Restarts a run that failed, was stopped or was killed, where it left off.",
            "What it had done is not done again."
        })
final class RelaunchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RelaunchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Which run: one of the two. */
    static final class Which {

        @Parameters(paramLabel = "<id>", description = "The execution's id, as scripts/leadscore runs lists it.")
        private @Nullable Long id;

        @Option(names = "--last-failed", description = "The last run, if it failed or was stopped.")
        private boolean lastFailed;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        return RunCommand.carryOut(settings, surroundings, json, this::relaunch);
    }

    private @Nullable RunOutcome relaunch(DeltaScoring deltaScoring) {
        Long id = which.lastFailed ? deltaScoring.lastFailed() : which.id;
        if (id == null) {
            surroundings.err().println("The last run completed; there is nothing to relaunch.");
            return null;
        }
        return relaunch(deltaScoring, id);
    }

    private RunOutcome relaunch(DeltaScoring deltaScoring, long id) {
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            return deltaScoring.relaunch(id, new RunRequest(false, progress));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.ofRun(e);
        }
    }
}
