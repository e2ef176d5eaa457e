package io.leadscore.cli;

import io.leadscore.door.Host;
import io.leadscore.door.Visit;
import io.leadscore.settings.Whereabouts;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out what other processes want, in the process that owns the home and with its settings, and tells callers
 * whose own settings differ.
 */
final class OwnersHost implements Host {

    /** Commands that go through all leads or deals, or run a job. */
    private static final Set<String> HEAVY =
            Set.of("run", "relaunch", "backtest", "ai evaluate", "models compare", "actions plan");

    private final Surroundings own;

    OwnersHost(Surroundings own) {
        this.own = own;
    }

    @Override
    public boolean isHeavy(List<String> arguments) {
        List<String> words = arguments.stream()
                .filter(word -> !word.startsWith("-"))
                .limit(2)
                .toList();
        return !words.isEmpty() && (HEAVY.contains(words.get(0)) || HEAVY.contains(String.join(" ", words)));
    }

    @Override
    public Map<String, String> settings() {
        return Whereabouts.find(own.environment(), own.workingFolder()).effective();
    }

    @Override
    public int carryOut(Visit visit) {
        PrintWriter out = writer(visit.out());
        PrintWriter err = writer(visit.err());
        tellDifference(visit.differingSettings(), err);
        int exitCode = CommandLineInterface.run(
                visit.arguments().toArray(String[]::new),
                new Surroundings(
                        own.environment(),
                        own.workingFolder(),
                        own.applicationFolder(),
                        out,
                        err,
                        visit.interactive(),
                        own.clock(),
                        new GuestPresence(visit)));
        out.flush();
        err.flush();
        return exitCode;
    }

    private static void tellDifference(List<String> names, PrintWriter err) {
        if (!names.isEmpty()) {
            err.println("Process " + ProcessHandle.current().pid() + " carries this out with its own "
                    + String.join(", ", names) + "; yours " + (names.size() == 1 ? "differs." : "differ."));
            err.println("To use yours, stop that process first.");
        }
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
