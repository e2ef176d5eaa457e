package io.leadscore.cli;

import io.leadscore.ai.AiSettings;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.AiUse;
import io.leadscore.ledger.AnswerKey;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitQueue;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.Settings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which AI is asked, what it knows and what it costs. */
@Command(name = "status", description = "Shows which AI is asked, how much it answered, who waits, and today's cost.")
final class AiStatusCommand implements Callable<Integer> {

    private static final double MICRO = 1e6;

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    AiStatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            Map<String, Object> status = status(rooms, portalId, settings.ai());
            if (json) {
                JsonOut.print(surroundings.out(), status);
            } else {
                TextTable table = new TextTable("WHAT", "VALUE");
                status.forEach((name, value) -> table.row(name, String.valueOf(value)));
                surroundings.out().print(table.render());
            }
            return ExitCode.DONE.number();
        }
    }

    private Map<String, Object> status(Rooms rooms, long portalId, AiSettings settings) {
        WeightSet live = rooms.door(WeightSets.class).live(portalId);
        AiContext context = live == null ? null : live.ai();
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        AiUse use = rooms.door(AiSpending.class).of(portalId, today);
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("AI", settings.isOn() ? "asked" : "off: OPENAI_API_KEY is not set");
        status.put("model", settings.choice().model());
        status.put("profiles answered", live == null || context == null ? 0 : answered(rooms, portalId, live));
        status.put("leads waiting", rooms.door(FitQueue.class).count(portalId));
        status.put("likeness to customers", likeness(context));
        status.put("most points of 100", live == null ? 0.0 : points(live));
        status.put("requests today (UTC)", use.requests());
        status.put("tokens today", use.promptTokens() + use.completionTokens());
        status.put("US dollars today", use.microDollars() / MICRO);
        status.put("US dollars a day at the most", settings.money().dailyBudget());
        return status;
    }

    private static long answered(Rooms rooms, long portalId, WeightSet live) {
        return rooms.door(FitAnswers.class).count(portalId, AnswerKey.of(live));
    }

    private static String likeness(@Nullable AiContext context) {
        return context == null || context.centroids() == null
                ? "not learnt yet"
                : "learnt from " + context.centroids().wonDeals() + " won and "
                        + context.centroids().lostDeals() + " lost deals";
    }

    /** What all of the AI's signals can give. */
    private static double points(WeightSet live) {
        return Math.round(100 * live.mostPointsOfAi()) / 100.0;
    }
}
