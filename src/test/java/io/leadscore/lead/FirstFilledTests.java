package io.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstFilledTests {

    private static final Instant ENDED = Instant.parse("2026-05-10T12:00:00Z");
    private static final Map<String, String> TODAY = Map.of("seats", "5");

    @ParameterizedTest
    @CsvSource({"-20, -10, true", "-10, -10, true", "-5, -10, false", "0, -1, false", "30, -10, false", "31, -10, true"
    })
    void isSeenFromWhenItWasFilledInUnlessThatWasLongAfterTheEnd(int filled, int look, boolean seen) {
        Map<String, Instant> since = Map.of("seats", day(filled));

        assertThat(FirstFilled.asOf(day(look), ENDED, TODAY, since).containsKey("seats"))
                .isEqualTo(seen);
    }

    @Test
    void ofAnOpenDealItIsSeenFromWhenItWasFilledIn() {
        Map<String, Instant> since = Map.of("seats", day(100));

        assertThat(FirstFilled.asOf(day(99), null, TODAY, since)).isEmpty();
        assertThat(FirstFilled.asOf(day(100), null, TODAY, since)).isEqualTo(TODAY);
    }

    @Test
    void whatIsNotKnownOfIsSeenAtAnyTime() {
        assertThat(FirstFilled.asOf(day(-500), ENDED, TODAY, Map.of("sites", day(0))))
                .isEqualTo(TODAY);
    }

    private static Instant day(int days) {
        return ENDED.plus(Duration.ofDays(days));
    }
}
