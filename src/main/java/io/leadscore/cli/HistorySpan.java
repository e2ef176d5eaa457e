package io.leadscore.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of history as people say them: {@code 24m} are months here, as nobody learns from minutes. */
final class HistorySpan {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([dwmy])");
    private static final Map<String, Integer> DAYS = Map.of("d", 1, "w", 7, "m", 30, "y", 365);

    private HistorySpan() {}

    /** The span; null for none. */
    static @Nullable Duration parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = SPAN.matcher(text.strip());
        int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (number == 0) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--history is '" + text + "', which is not a span such as 24m, 2y or 400d.",
                    "d are days, w weeks, m months, y years.");
        }
        return Duration.ofDays((long) number * DAYS.getOrDefault(matcher.group(2), 1));
    }
}
