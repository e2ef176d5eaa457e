package io.leadscore.cli;

import io.leadscore.ai.AiConfiguration;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what would leave the machine about a contact. */
@Command(
        name = "payload",
        description = {
            "Prints exactly the request that would be sent to the AI about a contact; sends nothing.",
            "Works without a key, too."
        })
final class AiPayloadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<contactId>", description = "HubSpot's id of the contact.")
    private long contactId;

    AiPayloadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms =
                Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class, AiConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            WeightSet weights = weights(rooms, portalId, settings);
            FitProfile profile = rooms.door(Mirror.class)
                    .fitProfiles(portalId, List.of(contactId), weights.profile())
                    .get(contactId);
            if (profile == null) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "Contact " + contactId + " of account " + portalId + " is not known.",
                        "Check the id; a contact is known after the first run that follows its creation in HubSpot.");
            }
            surroundings.out().println(rooms.door(FitAnalyst.class).payload(portalId, weights, List.of(profile)));
            return ExitCode.DONE.number();
        }
    }

    /** The live weight set with what its AI is told or, before there is one, what it would be told. */
    private WeightSet weights(Rooms rooms, long portalId, Settings settings) {
        WeightSet live = rooms.door(WeightSets.class).live(portalId);
        if (live == null) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The leads of account " + portalId + " were never scored.",
                    "Start with: scripts/leadscore run delta-scoring.");
        }
        if (live.ai() != null) {
            return live;
        }
        Mirror mirror = rooms.door(Mirror.class);
        return live.withAi(new AiContext(
                settings.ai().choice(),
                IdealLearner.learn(
                        live.profile(),
                        consumer -> mirror.forEachClosedDeal(portalId, consumer),
                        surroundings.clock().instant()),
                null));
    }
}
