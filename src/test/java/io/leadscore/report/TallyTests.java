package io.leadscore.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.Conversion;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(90);

    private final Tally tally = new Tally(WINDOW, NOW);

    @Test
    void countsOnlyLeadsThatHadTheWholeWindow() {
        tally.add(new Conversion(1, daysAgo(90), null));
        tally.add(new Conversion(2, daysAgo(90).plusMillis(1), daysAgo(10)));
        tally.add(new Conversion(3, daysAgo(1), null));

        assertThat(tally.group()).isEqualTo(Group.of(1, 2));
    }

    @Test
    void countsAsWonOnlyWhoWasWonWithinTheWindow() {
        tally.add(new Conversion(1, daysAgo(200), daysAgo(110)));
        tally.add(new Conversion(2, daysAgo(200), daysAgo(110).plusMillis(1)));
        tally.add(new Conversion(3, daysAgo(200), daysAgo(190)));
        tally.add(new Conversion(4, daysAgo(200), null));

        assertThat(tally.group())
                .isEqualTo(Group.of(
                        4,
                        0,
                        Duration.ofDays(10).toMillis(),
                        Duration.ofDays(90).toMillis()));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
