package io.leadscore.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A duration as people write it in settings: {@code 10s}, {@code 5m}, {@code 24h}, {@code 30d}, {@code 2w}. */
final class DurationText {

    private static final Pattern SHAPE = Pattern.compile("(-?\\d{1,9})\\s*(s|m|h|d|w)");

    private DurationText() {}

    /** The duration; null when the text is none. */
    static @Nullable Duration parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    /** The text that {@link #parse} reads as this duration of whole seconds; a single day as 24 hours. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 != 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toDays() > 1 && duration.toHours() % 24 == 0
                ? duration.toDays() + "d"
                : duration.toHours() + "h";
    }
}
