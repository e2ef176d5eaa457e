package io.leadscore.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What changes of priority set off: without a command below it, it lists them. */
@Command(
        name = "actions",
        synopsisSubcommandLabel = "[<command>]",
        description = {
            "Shows what leads that moved set off, by the rules in jobs/actions.yml; without a command it lists it.",
            "run delta-scoring is what carries it out."
        })
final class ActionsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private ActionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those below it. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new ActionsCommand(surroundings))
                .addSubcommand(new ActionsPlanCommand(surroundings))
                .addSubcommand(new ActionsListCommand(surroundings))
                .addSubcommand(new ActionsRetryCommand(surroundings))
                .addSubcommand(new ActionsDismissCommand(surroundings));
    }

    @Override
    public Integer call() {
        return ActionsListCommand.listAll(surroundings, json);
    }
}
