package io.leadscore.cli;

import io.leadscore.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the command line and runs the command it names. */
public final class CommandLineInterface {

    private static final int USAGE_WIDTH = 110;

    /** Set by the launcher when stderr is a terminal, which Java cannot find out. */
    private static final String TERMINAL_PROPERTY = "leadscore.terminal";

    /** Instead of an exit code: another process has the database open, and is to be asked to carry the command out. */
    public static final int OWNED_ELSEWHERE = -1;

    private CommandLineInterface() {}

    /**
     * Runs one command.
     *
     * @param arguments the command and its options
     * @param environment the environment variables that hold
     * @param clock what time it is
     * @return the exit code, or {@link #OWNED_ELSEWHERE} when nothing was done; everything the command opened is closed
     */
    public static int run(List<String> arguments, Map<String, String> environment, InstantSource clock) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                ApplicationFolder.find(),
                out,
                err,
                Boolean.getBoolean(TERMINAL_PROPERTY),
                clock);
        int exitCode = run(arguments.toArray(String[]::new), surroundings);
        out.flush();
        err.flush();
        return exitCode;
    }

    static int run(String[] arguments, Surroundings surroundings) {
        AtomicBoolean ownedElsewhere = new AtomicBoolean();
        int exitCode = Commands.commandLine(surroundings, arguments)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLineInterface::tellUsage)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    ownedElsewhere.set(Failure.isOwnedElsewhere(thrown));
                    return ownedElsewhere.get() ? OWNED_ELSEWHERE : tell(thrown, surroundings);
                })
                .execute(arguments);
        return ownedElsewhere.get() ? OWNED_ELSEWHERE : exitCode;
    }

    /** One sentence and what to do on stderr; the stack trace goes to the log only. */
    static int tell(Throwable thrown, Surroundings surroundings) {
        Failure failure = Failure.of(thrown);
        if (surroundings.presence().isEnding() && Failure.isUnexpected(thrown)) {
            // Its rooms were closed under it.
            surroundings.err().println("The command was stopped.");
            return ExitCode.FAILED.number();
        }
        if (!(thrown instanceof SettingsException || thrown instanceof CommandFailure)) {
            LoggerFactory.getLogger("command").error(failure.sentence(), thrown);
        }
        surroundings.err().println(CleanText.of(failure.sentence()));
        surroundings.err().println(CleanText.of(failure.advice()));
        return failure.exitCode().number();
    }

    private static int tellUsage(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(CleanText.of(String.valueOf(thrown.getMessage())));
        err.println("See scripts/" + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE.number();
    }
}
