package io.leadscore.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as people say them: a day or a time of day, in UTC, or so long ago. */
final class PointInTime {

    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhd])");

    private PointInTime() {}

    /** The instant; null for none. */
    static @Nullable Instant parse(String option, @Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        String typed = text.strip();
        Matcher ago = AGO.matcher(typed.toLowerCase(Locale.ROOT));
        if (ago.matches()) {
            return now.minus(Duration.parse((ago.group(2).equals("d") ? "P" : "PT")
                    + ago.group(1)
                    + ago.group(2).toUpperCase(Locale.ROOT)));
        }
        try {
            if (typed.endsWith("Z")) {
                return Instant.parse(typed);
            }
            return typed.contains("T")
                    ? LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option + " is '" + text + "', which is no point in time.",
                    "Say a day, 2026-11-30; a time of it in UTC, 2026-11-30T10:00; or how long ago: 90m, 12h, 3d.");
        }
    }
}
