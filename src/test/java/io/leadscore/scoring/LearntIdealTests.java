package io.leadscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearntIdealTests {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Instant learntAt = Instant.parse("2026-11-30T12:00:00Z");
    private final LearntIdeal ideal = new LearntIdeal(learntAt, Map.of());

    @Test
    void staysYoungUntilItsRenewal() {
        assertThat(ideal.isYoungerThan(MONTH, learntAt)).isTrue();
        assertThat(ideal.isYoungerThan(MONTH, learntAt.plus(MONTH).minusMillis(1)))
                .isTrue();
        assertThat(ideal.isYoungerThan(MONTH, learntAt.plus(MONTH))).isFalse();
    }

    @Test
    void isRenewedAtOnceWhenItIsOfTheFuture() {
        assertThat(ideal.isYoungerThan(MONTH, learntAt.minus(Duration.ofDays(400))))
                .isFalse();
    }
}
