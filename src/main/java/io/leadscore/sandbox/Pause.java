package io.leadscore.sandbox;

import java.time.Duration;

/** Lets a call wait; closing the sandbox ends the wait. */
final class Pause {

    private Pause() {}

    static void lasting(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
