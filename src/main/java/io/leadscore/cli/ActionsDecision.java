package io.leadscore.cli;

import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionBreakers;
import io.leadscore.ledger.ActionDecision;
import io.leadscore.ledger.ActionFilter;
import io.leadscore.ledger.ActionState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What somebody decides about actions that were given up or are unknown; the options of all commands that do so. */
final class ActionsDecision {

    @Mixin
    private ActionSelection selection = new ActionSelection();

    @Option(names = "--failed", description = "Those that were given up.")
    private boolean failed;

    @Option(names = "--unknown", description = "Those of which nobody knows whether they were done.")
    private boolean unknown;

    @Option(names = "--dry-run", description = "Say how many, and change nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    boolean meansUnknown() {
        return unknown;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /**
     * Decides, and says how many it was.
     *
     * @param named states that are meant when actions are named by their ids
     */
    int decide(ActionDecision.Verb verb, Set<ActionState> named, String outcome, Surroundings surroundings) {
        Set<ActionState> states = states(named);
        Instant now = surroundings.clock().instant();
        ActionFilter filter = selection.in(states, now);
        ActionDecision decision =
                new ActionDecision(verb, surroundings.presence().user(), now);
        long decided =
                Glance.takeToChange(surroundings, (rooms, portalId) -> decided(rooms, portalId, filter, decision));
        if (decided == 0 && selection.namesIds()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "None of these actions was given up"
                            + (states.contains(ActionState.UNKNOWN) ? " or is unknown." : "."),
                    "scripts/leadscore actions list --failed lists those that were"
                            + (states.contains(ActionState.UNKNOWN) ? "." : "; --unknown means one that is unknown."));
        }
        tell(decided, outcome, surroundings);
        return ExitCode.DONE.number();
    }

    private long decided(Rooms rooms, long portalId, ActionFilter filter, ActionDecision decision) {
        ActionBook book = rooms.door(ActionBook.class);
        if (dryRun) {
            return book.count(portalId, filter);
        }
        long decided = book.decide(portalId, filter, decision);
        if (decision.verb() == ActionDecision.Verb.RETRY && decided > 0) {
            rooms.door(ActionBreakers.class).wake(portalId);
        }
        return decided;
    }

    private void tell(long decided, String outcome, Surroundings surroundings) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("actions", decided);
            all.put("dryRun", dryRun);
            JsonOut.print(surroundings.out(), all);
        } else if (decided == 0) {
            surroundings.out().println("There is none.");
        } else {
            surroundings
                    .out()
                    .println(Numbers.grouped(decided)
                            + (decided == 1 ? " action " : " actions ")
                            + (dryRun ? "would be " : decided == 1 ? "is " : "are ")
                            + outcome);
        }
    }

    private Set<ActionState> states(Set<ActionState> named) {
        Set<ActionState> states = EnumSet.noneOf(ActionState.class);
        if (selection.namesIds()) {
            states.addAll(named);
        }
        if (failed) {
            states.add(ActionState.FAILED);
        }
        if (unknown) {
            states.add(ActionState.UNKNOWN);
        }
        if (states.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "It is not said which actions are meant.",
                    "Say --failed, --unknown or both, or name actions by their ids; --rule, --kind and others narrow it.");
        }
        return states;
    }
}
