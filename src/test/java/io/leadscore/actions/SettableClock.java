package io.leadscore.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time as a test sets it; waiting makes it pass. */
final class SettableClock implements InstantSource, Pause {

    private Instant now;

    SettableClock(Instant now) {
        this.now = now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public void await(Duration time) {
        advance(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
