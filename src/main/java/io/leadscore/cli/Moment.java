package io.leadscore.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants for people, in UTC. */
final class Moment {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Moment() {}

    /** {@code 2026-01-31}; {@code -} for none. */
    static String day(@Nullable Instant instant) {
        return instant == null ? "-" : DAY.format(instant);
    }

    /** {@code 2026-01-31 12:30}. */
    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
