package io.leadscore.cli;

import io.leadscore.ledger.WeightSets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a weight set's model card. */
@Command(
        name = "card",
        description = {
            "Prints a weight set's model card in Markdown.",
            "Purpose, data, what was left out, how well it did, how to read the probability, and what it cannot know."
        })
final class ModelsCardCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<id>", description = "The weight set's id, as scripts/leadscore models lists it.")
    private long id;

    @Option(names = "--json", description = "Print JSON instead.")
    private boolean json;

    ModelsCardCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Model model =
                Glance.take(surroundings, (rooms, portalId) -> Model.find(rooms.door(WeightSets.class), portalId, id));
        if (json) {
            JsonOut.print(surroundings.out(), ModelCard.of(model));
        } else {
            surroundings.out().print(ModelCardText.of(model));
        }
        return ExitCode.DONE.number();
    }
}
