package io.leadscore.cli;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.ledger.Role;
import io.leadscore.recalibration.RecalibrationConfiguration;
import io.leadscore.schedule.ScheduleConfiguration;
import io.leadscore.settings.Settings;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the jobs on their schedule until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Runs the jobs on their schedules, until SIGTERM or Ctrl-C.",
            "delta-scoring every LEAD_SCORE_UPDATE_INTERVAL, weight-recalibration every LEAD_SCORE_RETRAIN_INTERVAL.",
            "A run in progress then ends at its next chunk; the next one goes on from there."
        })
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = surroundings.settings();
        settings.delta();
        settings.recalibration();
        Logs.toFileAndConsole(settings.home());
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        refuseWrongToken(settings, log);
        try (Rooms rooms = RunCommand.openJobRooms(
                settings, surroundings, Role.SERVE, RecalibrationConfiguration.class, ScheduleConfiguration.class)) {
            log.info(
                    "Serving: delta-scoring every {}, weight-recalibration every {}; log in {}",
                    Took.of(settings.updateInterval()),
                    Took.of(settings.retrainInterval()),
                    settings.home().resolve("logs"));
            rooms.awaitClosing();
        }
        return ExitCode.DONE.number();
    }

    /** A wrong token is told at once; a HubSpot that is away now may be back at the next run. */
    private void refuseWrongToken(Settings settings, Logger log) {
        try (HubSpot hubSpot = HubSpot.create(settings.hubSpot(), surroundings.clock())) {
            hubSpot.account();
        } catch (HubSpotException.Unavailable | HubSpotException.DailyLimitReached e) {
            log.warn("{} Serving nevertheless; each run tries again.", e.getMessage());
        }
    }
}
