package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void readsSecondsMillisecondsAndDates() {
        assertThat(RetryAfter.of(List.of(), List.of("7"), NOW)).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.of(List.of(), List.of("0.5"), NOW)).isEqualTo(Duration.ofMillis(500));
        assertThat(RetryAfter.of(List.of("250"), List.of("7"), NOW)).isEqualTo(Duration.ofMillis(250));
        assertThat(RetryAfter.of(List.of(), List.of("Mon, 23 Nov 2026 10:00:30 GMT"), NOW))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.of(List.of(), List.of("Mon, 23 Nov 2026 09:00:00 GMT"), NOW))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void doesNotWaitForEver() {
        assertThat(RetryAfter.of(List.of(), List.of("999999999"), NOW)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesNothingElseForAWait() {
        assertThat(RetryAfter.of(List.of(), List.of(), NOW)).isNull();
        assertThat(RetryAfter.of(List.of("-1"), List.of("soon"), NOW)).isNull();
        assertThat(RetryAfter.of(List.of("x"), List.of("3"), NOW)).isEqualTo(Duration.ofSeconds(3));
    }
}
