package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final PassingTime time = new PassingTime(Instant.parse("2026-11-23T10:00:00Z"));
    private final Deadline deadline = Deadline.in(time, Duration.ofMinutes(5));

    @Test
    void keepsToRequestsAMinute() throws InterruptedException {
        Pace pace = new Pace("a", 3, 1_000_000, time);

        int sent = sent(pace, 1);

        // In the first moment, and after each of the minutes that follow.
        assertThat(sent).isEqualTo(15);
    }

    @Test
    void keepsToTokensAMinute() throws InterruptedException {
        Pace pace = new Pace("a", 1_000, 10_000, time);

        assertThat(sent(pace, 5_000)).isEqualTo(10);
    }

    @Test
    void letsARequestThroughThatIsLargerThanAMinute() throws InterruptedException {
        Pace pace = new Pace("a", 1_000, 10_000, time);

        assertThat(pace.await(50_000, deadline)).isTrue();
        assertThat(time.waits()).isEmpty();
        assertThat(pace.await(50_000, deadline)).isTrue();
        assertThat(time.waits()).isNotEmpty();
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws InterruptedException {
        Pace pace = new Pace("a", 1_000, 10_000, time);
        pace.pause(Duration.ofSeconds(40));
        pace.pause(Duration.ofSeconds(20));

        assertThat(pace.await(1, deadline)).isTrue();

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(40));
        pace.pause(Duration.ofMinutes(5));
        assertThat(pace.await(1, deadline)).isFalse();
    }

    private int sent(Pace pace, long tokens) throws InterruptedException {
        int sent = 0;
        while (pace.await(tokens, deadline)) {
            sent++;
        }
        return sent;
    }
}
