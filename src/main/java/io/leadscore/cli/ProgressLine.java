package io.leadscore.cli;

import io.leadscore.report.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far a run is: one line that is written over when a person watches, otherwise a line every few seconds, so
 * that a log stays readable. Thread-safe.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration NEW_LINE = Duration.ofSeconds(5);
    private static final int WIDTH = 100;

    private final PrintWriter err;
    private final boolean interactive;
    private final InstantSource clock;
    private final Map<String, Long> doneOfSteps = new LinkedHashMap<>();
    private Instant nextShow = Instant.MIN;
    private String shown = "";
    private String latest = "";

    ProgressLine(PrintWriter err, boolean interactive, InstantSource clock) {
        this.err = err;
        this.interactive = interactive;
        this.clock = clock;
    }

    static ProgressLine in(Surroundings surroundings) {
        return new ProgressLine(surroundings.err(), surroundings.interactive(), surroundings.clock());
    }

    @Override
    public synchronized void update(String step, long done, long total) {
        if (done == 0) {
            return;
        }
        Long before = doneOfSteps.put(step, done);
        latest = step + "  " + amount(done, total);
        Instant now = clock.instant();
        if (before == null || !now.isBefore(nextShow)) {
            show();
            nextShow = now.plus(interactive ? REDRAW : NEW_LINE);
        }
    }

    /** Leaves the terminal as it was found. */
    @Override
    public synchronized void close() {
        if (interactive && !shown.isEmpty()) {
            err.print("\r" + " ".repeat(shown.length()) + "\r");
            err.flush();
        }
        shown = "";
        latest = "";
    }

    private void show() {
        if (latest.equals(shown)) {
            return;
        }
        if (interactive) {
            String line = latest.length() > WIDTH ? latest.substring(0, WIDTH) : latest;
            err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            shown = line;
        } else {
            err.println(latest);
            shown = latest;
        }
        err.flush();
    }

    private static String amount(long done, long total) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%,d", done);
        }
        return String.format(Locale.ROOT, "%,d of %,d (%d %%)", done, total, Math.min(100, 100 * done / total));
    }
}
