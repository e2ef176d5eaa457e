package io.leadscore.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a weight set live. */
@Command(
        name = "promote",
        description = {
            "Makes a weight set live, whatever the verdict on it was; kept with your name and reason.",
            "While weight-recalibration runs, this ends at once with exit code 75."
        })
final class ModelsPromoteCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<id>", description = "The weight set's id, as scripts/leadscore models lists it.")
    private long id;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, in a sentence; no personal data.")
    private @Nullable String reason;

    ModelsPromoteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String why = LiveChangeRun.reason(reason);
        return new LiveChangeRun(surroundings)
                .call((promotion, portalId, actor) -> promotion.promote(portalId, id, actor, why));
    }
}
