package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.settings.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists actions. */
@Command(
        name = "list",
        description = {
            "Lists actions, newest first: all, or those in the states that are asked for.",
            "failed: refused for good, or three times. unknown: perhaps done, no answer came. waiting: in line until its owner",
            "has room for another High lead. sent: no answer yet, looked for by the next run."
        })
final class ActionsListCommand implements Callable<Integer> {

    private static final int MOST = 50;

    private final Surroundings surroundings;

    @Option(names = "--failed", description = "Those that were given up.")
    private boolean failed;

    @Option(names = "--unknown", description = "Those of which nobody knows whether they were done.")
    private boolean unknown;

    @Option(names = "--waiting", description = "Those that wait in line.")
    private boolean waiting;

    @Option(names = "--pending", description = "Those that are to be done, and those of which no answer came yet.")
    private boolean pending;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            defaultValue = "" + MOST,
            description = "How many to list (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ActionsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Set<ActionState> states = EnumSet.noneOf(ActionState.class);
        add(states, failed, ActionState.FAILED);
        add(states, unknown, ActionState.UNKNOWN);
        add(states, waiting, ActionState.WAITING);
        add(states, pending, ActionState.PENDING);
        add(states, pending, ActionState.SENT);
        boolean all = states.isEmpty();
        return list(surroundings, all ? EnumSet.allOf(ActionState.class) : states, all, Math.max(1, limit), json);
    }

    static int listAll(Surroundings surroundings, boolean json) {
        return list(surroundings, EnumSet.allOf(ActionState.class), true, MOST, json);
    }

    private static int list(Surroundings surroundings, Set<ActionState> states, boolean all, int limit, boolean json) {
        Settings settings = surroundings.settings();
        Logs.toFileIn(settings.home());
        List<ActionEntry> entries;
        try (Rooms rooms = Rooms.openToLook(settings, surroundings.clock(), LedgerConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            entries = rooms.door(ActionBook.class).list(portalId, states, limit);
        }
        if (json) {
            JsonOut.print(surroundings.out(), entries);
        } else if (entries.isEmpty()) {
            surroundings
                    .out()
                    .println(
                            all
                                    ? "Nothing was set off yet; scripts/leadscore actions plan shows what the rules mean."
                                    : "There is none.");
        } else {
            surroundings.out().print(table(entries));
            if (entries.size() == limit) {
                surroundings.out().println("These are the newest " + limit + "; --limit shows more.");
            }
        }
        return ExitCode.DONE.number();
    }

    private static void add(Set<ActionState> states, boolean asked, ActionState state) {
        if (asked) {
            states.add(state);
        }
    }

    private static String table(List<ActionEntry> entries) {
        TextTable table = new TextTable(
                "ID", "CONTACT", "OWNER", "POINTS", "RULE", "WHAT", "STATE", "SET OFF (UTC)", "TRIES", "WHY");
        for (ActionEntry entry : entries) {
            table.row(
                    entry.id(),
                    entry.contactId(),
                    entry.ownerId() == null ? "-" : entry.ownerId(),
                    entry.points(),
                    entry.rule(),
                    word(entry.kind()),
                    word(entry.state()),
                    Moment.minute(entry.queuedAt()),
                    entry.attempts(),
                    why(entry.sentence()));
        }
        return table.render();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String why(@Nullable String sentence) {
        return sentence == null ? "" : sentence;
    }
}
