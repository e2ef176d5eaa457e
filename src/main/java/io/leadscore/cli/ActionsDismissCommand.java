package io.leadscore.cli;

import io.leadscore.ledger.ActionDecision;
import io.leadscore.ledger.ActionState;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Settles actions that a person looked at. */
@Command(
        name = "dismiss",
        description = {
            "Settles actions that were given up, or are unknown: somebody looked, and nothing is left to be done about them.",
            "They are not tried again, and nobody is told of them any more. Who said so is kept."
        })
final class ActionsDismissCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ActionsDecision decision = new ActionsDecision();

    ActionsDismissCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return decision.decide(
                ActionDecision.Verb.DISMISS,
                EnumSet.of(ActionState.FAILED, ActionState.UNKNOWN),
                "dismissed.",
                surroundings);
    }
}
