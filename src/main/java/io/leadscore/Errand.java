package io.leadscore;

import io.leadscore.cli.CommandLineInterface;
import io.leadscore.door.CallFailed;
import io.leadscore.door.Caller;
import io.leadscore.settings.SettingsException;
import io.leadscore.settings.Whereabouts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One command from its start to its exit code: the process that owns the home carries it out, or else this one does.
 * Until that is known, hardly any class is loaded.
 */
final class Errand {

    /** How long to wait for an owner that is starting or ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long STEP_MILLIS = 50;

    /** Set by the launcher when stderr is a terminal, which Java cannot find out. */
    private static final String TERMINAL_PROPERTY = "leadscore.terminal";

    /** Commands that need nobody's home, or are to own it. */
    private static final Set<String> ALONE = Set.of("demo", "sandbox", "serve", "help");

    private static final Set<String> QUESTIONS = Set.of("--help", "-h", "--version", "-V");

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path workingFolder;
    private final InstantSource clock;

    Errand(List<String> arguments, Map<String, String> environment, Path workingFolder, InstantSource clock) {
        this.arguments = arguments;
        this.environment = environment;
        this.workingFolder = workingFolder;
        this.clock = clock;
    }

    /** The exit code; everything is said, and everything that was opened is closed. */
    int run() throws InterruptedException {
        Whereabouts whereabouts = whereabouts();
        if (whereabouts == null) {
            return CommandLineInterface.run(arguments, environment, clock);
        }
        try {
            return handedOverOrAlone(whereabouts);
        } catch (CallFailed failure) {
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            err.println(failure.getMessage());
            err.println(failure.advice());
            return failure.exitCode();
        }
    }

    private int handedOverOrAlone(Whereabouts whereabouts) throws CallFailed, InterruptedException {
        Caller caller = new Caller(
                whereabouts.home(),
                workingFolder,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        boolean interactive = Boolean.getBoolean(TERMINAL_PROPERTY);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            Integer handedOver = caller.call(arguments, interactive, whereabouts.settings());
            if (handedOver != null) {
                return handedOver;
            }
            int alone = CommandLineInterface.run(arguments, environment, clock);
            if (alone != CommandLineInterface.OWNED_ELSEWHERE) {
                return alone;
            }
            Thread.sleep(STEP_MILLIS);
        } while (System.nanoTime() - deadline < 0);
        throw CallFailed.notLetIn(whereabouts.home());
    }

    /** Where to look for an owner; null when the command needs none, or a setting is wrong, which is told elsewhere. */
    private @Nullable Whereabouts whereabouts() {
        if (arguments.isEmpty()
                || arguments.get(0).startsWith("-")
                || ALONE.contains(arguments.get(0))
                || !Collections.disjoint(arguments, QUESTIONS)) {
            return null;
        }
        try {
            Whereabouts found = Whereabouts.find(environment, workingFolder).trusted();
            return found.isOnServer() ? null : found;
        } catch (SettingsException wrong) {
            return null;
        }
    }
}
