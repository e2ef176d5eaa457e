package io.leadscore.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes back to a weight set that was live before. */
@Command(
        name = "rollback",
        description = {
            "Goes back to a weight set that was live before; kept with your name and reason. Twice goes back further.",
            "While weight-recalibration runs, this ends at once with exit code 75."
        })
final class ModelsRollbackCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "<id>",
            arity = "0..1",
            description = "To which (default: the one that was live before the live one).")
    private @Nullable Long id;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, in a sentence; no personal data.")
    private @Nullable String reason;

    ModelsRollbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String why = LiveChangeRun.reason(reason);
        return new LiveChangeRun(surroundings)
                .call((promotion, portalId, actor) -> promotion.rollBack(portalId, id, actor, why));
    }
}
