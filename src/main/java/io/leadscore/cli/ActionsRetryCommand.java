package io.leadscore.cli;

import io.leadscore.ledger.ActionDecision;
import io.leadscore.ledger.ActionState;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets actions be tried again. */
@Command(
        name = "retry",
        description = {
            "Lets actions be tried again that were given up, or are unknown; the next run of delta-scoring tries them.",
            "One that is unknown may have been done already, and is repeated only with --unknown. Who said so is kept."
        })
final class ActionsRetryCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ActionsDecision decision = new ActionsDecision();

    ActionsRetryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        int exitCode = decision.decide(
                ActionDecision.Verb.RETRY,
                EnumSet.of(ActionState.FAILED),
                "tried again by the next run of delta-scoring.",
                surroundings);
        if (decision.meansUnknown() && !decision.isDryRun()) {
            surroundings.err().println("What is unknown may have been done already; then it is done twice.");
        }
        return exitCode;
    }
}
