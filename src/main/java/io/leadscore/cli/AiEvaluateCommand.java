package io.leadscore.cli;

import io.leadscore.ai.AiConfiguration;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Role;
import io.leadscore.recalibration.AiEvaluated;
import io.leadscore.recalibration.AiEvaluating;
import io.leadscore.recalibration.AiEvaluatingConfiguration;
import io.leadscore.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the AI helps. */
@Command(
        name = "evaluate",
        description = {
            "Says whether the AI helps to foretell deals.",
            "On closed deals that are newer than all that the AI is told, with and without it. Deals it was never asked about"
                    + " are asked first, within the time and money of jobs/ai.yml.",
            "Nothing is written to HubSpot, and no weight is changed: that is the weekly job's."
        })
final class AiEvaluateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--cached", description = "Ask nobody; go by what the AI said before.")
    private boolean cached;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    AiEvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        settings.recalibration();
        settings.ai();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToWork(
                settings,
                surroundings,
                Role.STUDY,
                LedgerConfiguration.class,
                AiConfiguration.class,
                AiEvaluatingConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            AiEvaluated evaluated = run(rooms.door(AiEvaluating.class), portalId);
            if (json) {
                JsonOut.print(surroundings.out(), evaluated);
            } else {
                surroundings.out().print(AiEvaluationText.of(evaluated));
            }
            return ExitCode.DONE.number();
        }
    }

    private AiEvaluated run(AiEvaluating evaluating, long portalId) {
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            return evaluating.run(portalId, !cached, progress);
        }
    }
}
