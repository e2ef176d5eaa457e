package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateWindowsTests {

    private final FixedClock clock = new FixedClock();
    private final RateWindows windows = new RateWindows(
            Limits.professional()
                    .withGeneral(4)
                    .withAssociations(2)
                    .withSearch(1)
                    .withDaily(8),
            clock::nanos);

    @Test
    void refusesTheCallAboveTheLimitUntilTheOldestIsAWindowOld() {
        assertThat(windows.take(Family.GENERAL)).isNull();
        clock.advance(Duration.ofSeconds(9));
        for (int i = 0; i < 3; i++) {
            assertThat(windows.take(Family.GENERAL)).isNull();
        }
        assertThat(windows.take(Family.GENERAL)).isEqualTo(RatePolicy.TEN_SECONDLY_ROLLING);
        clock.advance(Duration.ofMillis(999));
        assertThat(windows.take(Family.GENERAL)).isEqualTo(RatePolicy.TEN_SECONDLY_ROLLING);
        clock.advance(Duration.ofMillis(1));

        assertThat(windows.take(Family.GENERAL)).isNull();
        assertThat(windows.take(Family.GENERAL)).isEqualTo(RatePolicy.TEN_SECONDLY_ROLLING);
    }

    @Test
    void countsAssociationsInBothWindowsAndSearchInNeither() {
        assertThat(windows.take(Family.SEARCH)).isNull();
        assertThat(windows.take(Family.SEARCH)).isEqualTo(RatePolicy.SECONDLY);
        assertThat(windows.take(Family.ASSOCIATIONS)).isNull();
        assertThat(windows.take(Family.ASSOCIATIONS)).isNull();
        assertThat(windows.take(Family.ASSOCIATIONS)).isEqualTo(RatePolicy.TEN_SECONDLY_ROLLING);
        assertThat(windows.take(Family.GENERAL)).isNull();
        assertThat(windows.take(Family.GENERAL)).isNull();
        assertThat(windows.take(Family.GENERAL)).isEqualTo(RatePolicy.TEN_SECONDLY_ROLLING);
    }

    @Test
    void countsEveryFamilyAgainstTheDay() {
        for (int i = 0; i < 8; i++) {
            assertThat(windows.take(i % 2 == 0 ? Family.SEARCH : Family.GENERAL))
                    .isNull();
            clock.advance(Duration.ofSeconds(10));
        }

        assertThat(windows.take(Family.SEARCH)).isEqualTo(RatePolicy.DAILY);
        assertThat(windows.take(Family.EXEMPT)).isNull();
        assertThat(windows.usedToday()).isEqualTo(8);
    }

    @Test
    void tellsWhatIsLeftInHeadersButNotToSearch() {
        windows.take(Family.GENERAL);

        assertThat(windows.headers(Family.GENERAL))
                .containsEntry("X-HubSpot-RateLimit-Max", "4")
                .containsEntry("X-HubSpot-RateLimit-Remaining", "3")
                .containsEntry("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .containsEntry("X-HubSpot-RateLimit-Daily", "8")
                .containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "7");
        assertThat(windows.headers(Family.SEARCH)).isEmpty();
    }
}
