package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ShadowScores;
import io.leadscore.ledger.WeightSetEvent;
import io.leadscore.ledger.WeightSets;
import io.leadscore.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a weight set in full. */
@Command(
        name = "show",
        description =
                "Shows a weight set in full: weights, probability, provenance, how it was judged, what happened to it.")
final class ModelsShowCommand implements Callable<Integer> {

    private static final int MOST_EVENTS = 100_000;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<id>", description = "The weight set's id, as scripts/leadscore models lists it.")
    private long id;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ModelsShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToRead(settings, surroundings.clock())) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            WeightSets weightSets = rooms.door(WeightSets.class);
            Model model = Model.find(weightSets, portalId, id);
            Map<String, Long> moves = model.stored().shadowUntil() == null
                    ? null
                    : rooms.door(ShadowScores.class).moves(portalId);
            List<WeightSetEvent> events = weightSets.events(portalId, MOST_EVENTS).stream()
                    .filter(event -> event.weightSetId() == id)
                    .toList();
            if (json) {
                JsonOut.print(surroundings.out(), all(model, moves, events));
            } else {
                surroundings.out().print(ModelText.of(model, moves, events));
            }
            return ExitCode.DONE.number();
        }
    }

    private static Map<String, Object> all(
            Model model, @Nullable Map<String, Long> shadowMoves, List<WeightSetEvent> events) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("summary", ModelJson.of(model));
        all.put("weightSet", model.weights());
        all.put("chances", Chance.of(model.weights()));
        all.put("assessment", model.stored().assessment());
        all.put("shadowMoves", shadowMoves);
        all.put("events", events);
        return all;
    }
}
