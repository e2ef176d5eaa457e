package io.leadscore.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line as a whole: it does nothing without a command. */
@Command(
        name = "leadscore",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionOfBuild.class,
        synopsisSubcommandLabel = "<command>",
        description = "Scores the leads of a HubSpot account, explains every number, and writes the scores back.",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "3:done, but something new needs a person: records rejected, actions given up or unknown (listed)",
            "64:usage",
            "69:HubSpot, or the process that has the database, unavailable",
            "75:another run is in progress",
            "77:not authorised",
            "78:configuration wrong",
        },
        footer = {"", "To try it without an account: scripts/leadscore demo"})
final class LeadscoreCommand implements Callable<Integer> {

    /** Taken out of the command line before it comes here, because where the home is decides who carries it out. */
    @Option(
            names = "--home",
            paramLabel = "<folder>",
            scope = ScopeType.INHERIT,
            description = "The home, instead of LEAD_SCORE_HOME: folder of database, keys and logs.")
    @SuppressWarnings("DoNotCallSuggester") // picocli calls it
    void home(String ignored) {
        throw new CommandFailure(ExitCode.USAGE, "--home was given twice.", "Give it once.");
    }

    @Override
    public Integer call() {
        throw new CommandFailure(ExitCode.USAGE, "No command was given.", "See scripts/leadscore --help.");
    }
}
