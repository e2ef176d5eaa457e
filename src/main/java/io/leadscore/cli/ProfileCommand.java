package io.leadscore.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The scoring profile. */
@Command(name = "profile", synopsisSubcommandLabel = "<command>", description = "Works on the scoring profile.")
final class ProfileCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ProfileCommand() {}

    /** The command with those below it. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new CommandLine(new ProfileCommand()).addSubcommand(new ProfileDraftCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "profile needs a command: draft.");
    }
}
