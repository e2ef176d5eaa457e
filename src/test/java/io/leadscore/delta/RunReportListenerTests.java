package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.ApiUsage;
import io.leadscore.report.RunTally;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportListenerTests {

    @Test
    void countsOnlyWhatTheRunItselfAskedAndWaitedFor() {
        RunTally tally = new RunTally();

        RunReportListener.tallyCalls(usage(40, Duration.ofMillis(61_900)), usage(48, Duration.ofMillis(64_400)), tally);

        assertThat(tally.counts())
                .isEqualTo(Map.of("requests search", 8L, "requests in all", 8L, "seconds waited for limits", 2L));
    }

    @Test
    void doesNotMentionWaitsOfLessThanASecond() {
        RunTally tally = new RunTally();

        RunReportListener.tallyCalls(usage(0, Duration.ZERO), usage(8, Duration.ofMillis(999)), tally);

        assertThat(tally.counts()).doesNotContainKey("seconds waited for limits");
    }

    private static ApiUsage usage(long searches, Duration waited) {
        return new ApiUsage(Map.of("search", searches), 0, 0, waited, 100, 4, null, null);
    }
}
