package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunFenceTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final RunFence fence = new RunFence(nanos::get);

    @Test
    void letsPassWhileTheLeaseIsHeld() {
        fence.held(fence.now(), Duration.ofNanos(20));
        nanos.addAndGet(20);

        assertThatCode(fence::check).doesNotThrowAnyException();
    }

    @Test
    void letsNothingPassWhenTheMachineSlept() {
        fence.held(fence.now(), Duration.ofNanos(20));
        nanos.addAndGet(21);

        assertThatThrownBy(fence::check).hasMessageContaining("lease");
    }
}
