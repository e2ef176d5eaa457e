package io.leadscore.cli;

import io.leadscore.ledger.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long something took, for people. */
final class Took {

    private static final long SECONDS_A_MINUTE = 60;
    private static final long MINUTES_AN_HOUR = 60;

    private Took() {}

    /** {@code " in 3.2 s"}; empty while it runs. */
    static String text(RunReport report) {
        Instant ended = report.endedAt();
        return ended == null ? "" : " in " + of(Duration.between(report.startedAt(), ended));
    }

    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < SECONDS_A_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        long minutes = duration.toMinutes();
        return minutes < MINUTES_AN_HOUR
                ? minutes + " min " + seconds % SECONDS_A_MINUTE + " s"
                : duration.toHours() + " h " + minutes % MINUTES_AN_HOUR + " min";
    }
}
