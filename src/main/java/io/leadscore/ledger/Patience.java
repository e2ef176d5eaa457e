package io.leadscore.ledger;

import java.time.Duration;

/** Waiting in small steps, for so long and no longer. Confined to one thread. */
final class Patience {

    private static final Duration STEP = Duration.ofMillis(50);

    private final long deadline;

    Patience(Duration atMost) {
        this.deadline = System.nanoTime() + atMost.toNanos();
    }

    /** Waits a step; false, at once, when the time is over or the thread is interrupted. */
    boolean waitABit() {
        if (System.nanoTime() - deadline >= 0) {
            return false;
        }
        try {
            Thread.sleep(STEP.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
