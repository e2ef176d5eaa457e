package io.leadscore.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What concerns the AI; it does nothing without a command below it. */
@Command(
        name = "ai",
        synopsisSubcommandLabel = "<command>",
        description = "Shows what the AI does for fit, and whether it helps.")
final class AiCommand implements Callable<Integer> {

    private AiCommand() {}

    /** The command with those below it. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new AiCommand())
                .addSubcommand(new AiStatusCommand(surroundings))
                .addSubcommand(new AiPayloadCommand(surroundings))
                .addSubcommand(new AiEvaluateCommand(surroundings));
    }

    @Override
    public Integer call() {
        throw new CommandFailure(ExitCode.USAGE, "No command was given.", "See scripts/leadscore ai --help.");
    }
}
