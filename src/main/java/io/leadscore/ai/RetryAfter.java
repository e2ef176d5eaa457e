package io.leadscore.ai;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a server asks to be left alone: {@code Retry-After} of RFC 9110, or OpenAI's in milliseconds. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * Reads the headers, of which the first of each counts.
     *
     * @return up to an hour; null when there is none that can be read
     */
    static @Nullable Duration of(List<String> millis, List<String> seconds, Instant now) {
        Duration asked = millis.isEmpty() ? null : number(millis.get(0), 1);
        if (asked == null && !seconds.isEmpty()) {
            asked = number(seconds.get(0), 1_000);
            if (asked == null) {
                asked = until(seconds.get(0), now);
            }
        }
        return asked != null && asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    private static @Nullable Duration number(String text, int millis) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * millis))
                : null;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            Duration left = Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
