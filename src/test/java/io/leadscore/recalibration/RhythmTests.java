package io.leadscore.recalibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RhythmTests {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Rhythm rhythm = new Rhythm(WEEK);

    @Test
    void isDueAtFirstAndAWholeIntervalAfterTheLastRun() {
        assertThat(rhythm.isDue(null, null, false, NOW)).isTrue();
        assertThat(due(NOW.minus(WEEK).plusMillis(1))).isFalse();
        assertThat(due(NOW.minus(WEEK))).isTrue();
    }

    @Test
    void isDueEarlyWhenSomethingWasLost() {
        Instant last = NOW.minus(Duration.ofDays(1));

        assertThat(rhythm.isDue(last, last, true, NOW)).isTrue();
    }

    @Test
    void restsADayAfterAFailure() {
        Instant last = NOW.minus(WEEK.multipliedBy(2));

        assertThat(rhythm.isDue(last, NOW.minus(Duration.ofHours(23)), false, NOW))
                .isFalse();
        assertThat(rhythm.isDue(null, NOW.minus(Duration.ofHours(23)), false, NOW))
                .isFalse();
        assertThat(rhythm.isDue(last, NOW.minus(Duration.ofHours(24)), false, NOW))
                .isTrue();
    }

    @Test
    void restsNoLongerThanTheInterval() {
        Instant attempt = NOW.minus(Duration.ofMinutes(10));

        assertThat(new Rhythm(Duration.ofMinutes(10)).isDue(null, attempt, false, NOW))
                .isTrue();
    }

    @Test
    void isDueAtOnceAfterARunOfTheFuture() {
        Instant future = NOW.plus(Duration.ofDays(400));

        assertThat(due(future)).isTrue();
        assertThat(rhythm.isDue(null, future, false, NOW)).isTrue();
        assertThat(rhythm.isDue(NOW.minus(WEEK), future, false, NOW)).isTrue();
        assertThat(rhythm.isDue(future, NOW.minus(Duration.ofHours(1)), false, NOW))
                .isFalse();
    }

    private boolean due(Instant last) {
        return rhythm.isDue(last, last, false, NOW);
    }
}
