package io.leadscore.hubspot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An answer that was read.
 *
 * @param body what HubSpot said
 * @param serverTime HubSpot's clock to the second; null when it did not say
 */
record Answer<T>(T body, @Nullable Instant serverTime) {

    static @Nullable Instant serverTime(HttpHeaders headers) {
        String date = headers.getFirst(HttpHeaders.DATE);
        if (date == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
