package io.leadscore.sandbox;

import java.time.Duration;

/** How long batches take, and whether they expire instead of completing. Thread-safe. */
final class BatchPace {

    private int gets;
    private Duration duration = Duration.ZERO;
    private boolean expiring;

    synchronized void take(int value) {
        gets = value;
    }

    synchronized void take(Duration value) {
        duration = value;
    }

    synchronized void expiring(boolean value) {
        expiring = value;
    }

    /** Whether a batch of this age that was looked at so often, this time included, is over. */
    synchronized boolean isOver(int looks, Duration age) {
        return looks > gets && age.compareTo(duration) >= 0;
    }

    synchronized boolean expiring() {
        return expiring;
    }
}
