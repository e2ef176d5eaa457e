package io.leadscore.cli;

import io.leadscore.ledger.WeightSets;
import io.leadscore.settings.ScoringProfileText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the scoring profile of a weight set, as the file that says it. */
@Command(
        name = "profile",
        description = {
            "Prints the scoring profile that a weight set was made with, as a file that is accepted as it is:",
            "scripts/leadscore models profile 3 > jobs/scoring-profile.yml"
        })
final class ModelsProfileCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "<id>", description = "The weight set's id, as scripts/leadscore models lists it.")
    private long id;

    ModelsProfileCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The profile of today is not read: the shell may have emptied its file already, to put this one in its place. */
    @Override
    public Integer call() {
        Model model =
                Glance.take(surroundings, (rooms, portalId) -> Model.find(rooms.door(WeightSets.class), portalId, id));
        surroundings
                .out()
                .print(ScoringProfileText.of(
                        model.weights().profile(),
                        "The scoring profile of weight set " + id + " (" + model.label() + "), made "
                                + Moment.minute(model.made()) + " UTC."));
        return ExitCode.DONE.number();
    }
}
