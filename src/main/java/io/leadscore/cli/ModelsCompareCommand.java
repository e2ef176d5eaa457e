package io.leadscore.cli;

import io.leadscore.learning.Impact;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.WeightSets;
import io.leadscore.recalibration.LeadSurvey;
import io.leadscore.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two weight sets. */
@Command(
        name = "compare",
        description = {
            "Compares two weight sets, also by what they do to the leads of today.",
            "Weights, shares, measures, and who would change priority if the second took the first one's place. Scores every",
            "lead by both; writes nothing."
        })
final class ModelsCompareCommand implements Callable<Integer> {

    private static final long UNKNOWN = -1;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "<id>", description = "The first weight set, such as the live one.")
    private long one;

    @Parameters(index = "1", paramLabel = "<id>", description = "The second, such as a candidate.")
    private long other;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ModelsCompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            WeightSets weightSets = rooms.door(WeightSets.class);
            Model first = Model.find(weightSets, portalId, one);
            Model second = Model.find(weightSets, portalId, other);
            ModelComparison comparison = new ModelComparison(
                    first,
                    second,
                    impact(rooms.door(Mirror.class), rooms.door(FitAnswers.class), portalId, first, second));
            if (json) {
                JsonOut.print(surroundings.out(), all(comparison));
            } else {
                surroundings.out().print(comparison.text());
            }
            return ExitCode.DONE.number();
        }
    }

    private Impact impact(Mirror mirror, FitAnswers answers, long portalId, Model first, Model second) {
        try (ProgressLine progress = ProgressLine.in(surroundings)) {
            return new LeadSurvey(
                            mirror,
                            answers,
                            portalId,
                            surroundings.clock().instant(),
                            seen -> progress.update("score leads", seen, UNKNOWN))
                    .impact(first.weights(), second.weights());
        }
    }

    private static Map<String, Object> all(ModelComparison comparison) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("one", side(comparison.one()));
        all.put("other", side(comparison.other()));
        all.put("impact", comparison.impact());
        return all;
    }

    private static Map<String, Object> side(Model model) {
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("summary", ModelJson.of(model));
        side.put("signalWeights", model.weights().signalWeights());
        side.put("thresholds", model.weights().thresholds());
        side.put("metrics", model.metrics());
        return side;
    }
}
