package io.leadscore.cli;

import io.leadscore.delta.DeltaScoring;
import io.leadscore.ledger.Role;
import io.leadscore.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a run cleanly, in whatever process it is. */
@Command(
        name = "stop",
        description = {
            "Asks a run, in whatever process it is, to end at its next chunk.",
            "The next run goes on from there."
        })
final class StopCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<id>", description = "The execution's id, as scripts/leadscore runs lists it.")
    private long id;

    StopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = RunCommand.openJobRooms(settings, surroundings, Role.SHORT)) {
            rooms.door(DeltaScoring.class).stop(id);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.ofRun(e);
        }
        surroundings.out().println("Execution " + id + " was asked to stop; it ends at its next chunk.");
        return ExitCode.DONE.number();
    }
}
