package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What an answer's headers say about the limits; null where they say nothing readable. Searches say nothing.
 *
 * @param max calls per burst window
 * @param remaining what is left of them
 * @param intervalMillis length of the burst window
 * @param daily calls per day
 * @param dailyRemaining what is left of them
 */
record RateHeaders(
        @Nullable Integer max,
        @Nullable Integer remaining,
        @Nullable Integer intervalMillis,
        @Nullable Long daily,
        @Nullable Long dailyRemaining) {

    static final RateHeaders NONE = new RateHeaders(null, null, null, null, null);

    static RateHeaders of(HttpHeaders headers) {
        return new RateHeaders(
                small(headers, "X-HubSpot-RateLimit-Max"),
                small(headers, "X-HubSpot-RateLimit-Remaining"),
                small(headers, "X-HubSpot-RateLimit-Interval-Milliseconds"),
                number(headers, "X-HubSpot-RateLimit-Daily"),
                number(headers, "X-HubSpot-RateLimit-Daily-Remaining"));
    }

    private static @Nullable Integer small(HttpHeaders headers, String name) {
        Long number = number(headers, name);
        return number == null || number > 1_000_000 ? null : Integer.valueOf(number.intValue());
    }

    private static @Nullable Long number(HttpHeaders headers, String name) {
        String text = headers.getFirst(name);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
