package io.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackRecordTests {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aDealCountsFromItsCloseOnAndNeverForItself() {
        DealFacts first = deal(1, Outcome.WON, 0, 10.0);
        DealFacts second = deal(2, Outcome.LOST, 5, 30.0);
        DealFacts third = deal(3, Outcome.WON, 40, 50.0);
        List<DealFacts> all =
                List.of(third, first, second, deal(4, Outcome.OPEN, 1, 2.0), deal(5, Outcome.WON, 1, null));

        assertThat(TrackRecord.before(first, all)).isEqualTo(TrackRecord.NONE);
        assertThat(TrackRecord.before(second, all)).isEqualTo(TrackRecord.NONE);
        assertThat(TrackRecord.before(third, all)).isEqualTo(new TrackRecord(1, 1, day(30)));
        assertThat(TrackRecord.of(all)).isEqualTo(new TrackRecord(2, 1, day(50)));
        assertThat(TrackRecord.before(third, all).daysSince(day(42.5))).isEqualTo(12);
    }

    @Test
    void importedDealsKnowOnlyWhatWasClosedBeforeThem() {
        DealFacts early = deal(1, Outcome.WON, 900, 100.0);
        DealFacts late = deal(2, Outcome.LOST, 900, 200.0);
        List<DealFacts> imported = List.of(early, late);

        assertThat(TrackRecord.before(early, imported)).isEqualTo(TrackRecord.NONE);
        // When the later one was closed the earlier one had been, but nobody could know: it was imported afterwards.
        assertThat(TrackRecord.before(late, imported)).isEqualTo(TrackRecord.NONE);
        assertThat(TrackRecord.before(deal(3, Outcome.OPEN, 900, null), imported))
                .isEqualTo(new TrackRecord(1, 1, day(200)));
    }

    private static Instant day(double day) {
        return T0.plus(Duration.ofMinutes(Math.round(1_440 * day)));
    }

    private static DealFacts deal(long id, Outcome outcome, double created, @Nullable Double closed) {
        return new DealFacts(
                id,
                day(created),
                day(created),
                null,
                closed == null ? null : day(closed),
                "default",
                null,
                null,
                outcome,
                null,
                Map.of());
    }
}
