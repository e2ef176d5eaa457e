package io.leadscore.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Weight sets: without a command below it, it lists them. */
@Command(
        name = "models",
        synopsisSubcommandLabel = "[<command>]",
        description = "Shows the weight sets, and says which of them is live; without a command it lists them.")
final class ModelsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private ModelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those below it. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new ModelsCommand(surroundings))
                .addSubcommand(new ModelsListCommand(surroundings))
                .addSubcommand(new ModelsShowCommand(surroundings))
                .addSubcommand(new ModelsCardCommand(surroundings))
                .addSubcommand(new ModelsProfileCommand(surroundings))
                .addSubcommand(new ModelsCompareCommand(surroundings))
                .addSubcommand(new ModelsPromoteCommand(surroundings))
                .addSubcommand(new ModelsRollbackCommand(surroundings));
    }

    @Override
    public Integer call() {
        return ModelsListCommand.list(surroundings, json);
    }
}
