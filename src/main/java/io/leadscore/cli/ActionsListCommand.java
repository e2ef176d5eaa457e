package io.leadscore.cli;

import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionDecision;
import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionFilter;
import io.leadscore.ledger.ActionState;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists actions. */
@Command(
        name = "list",
        description = {
            "Lists actions, newest first: all, or those in the states that are asked for.",
            "failed: refused for good, or three times. unknown: perhaps done, no answer came. waiting: in line until its owner",
            "has room for another High lead. sent: no answer yet, looked for by the next run. dismissed: a person settled it."
        })
final class ActionsListCommand implements Callable<Integer> {

    private static final int MOST = 50;
    private static final ActionFilter ALL = ActionFilter.in(EnumSet.allOf(ActionState.class));

    private final Surroundings surroundings;

    @Option(names = "--failed", description = "Those that were given up.")
    private boolean failed;

    @Option(names = "--unknown", description = "Those of which nobody knows whether they were done.")
    private boolean unknown;

    @Option(names = "--waiting", description = "Those that wait in line.")
    private boolean waiting;

    @Option(names = "--pending", description = "Those that are to be done, and those of which no answer came yet.")
    private boolean pending;

    @Option(names = "--dismissed", description = "Those that a person settled.")
    private boolean dismissed;

    @Mixin
    private ActionSelection selection = new ActionSelection();

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
        add(states, dismissed, ActionState.DISMISSED);
        if (states.isEmpty()) {
            states.addAll(EnumSet.allOf(ActionState.class));
        }
        return list(surroundings, selection.in(states, surroundings.clock().instant()), Math.max(1, limit), json);
    }

    static int listAll(Surroundings surroundings, boolean json) {
        return list(surroundings, ALL, MOST, json);
    }

    private static int list(Surroundings surroundings, ActionFilter filter, int limit, boolean json) {
        List<ActionEntry> entries = Glance.take(
                surroundings, (rooms, portalId) -> rooms.door(ActionBook.class).list(portalId, filter, limit));
        if (json) {
            JsonOut.print(surroundings.out(), entries);
        } else if (entries.isEmpty()) {
            surroundings
                    .out()
                    .println(
                            filter.equals(ALL)
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
                    why(entry));
        }
        return table.render();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String why(ActionEntry entry) {
        String sentence = entry.sentence() == null ? "" : entry.sentence();
        ActionDecision decision = entry.decision();
        if (decision == null) {
            return sentence;
        }
        String decided = (decision.verb() == ActionDecision.Verb.RETRY ? "To be tried again" : "Dismissed") + ", says "
                + decision.who() + " on " + Moment.minute(decision.at()) + ".";
        return sentence.isEmpty() ? decided : sentence + " " + decided;
    }
}
