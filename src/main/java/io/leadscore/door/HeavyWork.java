package io.leadscore.door;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much is carried out for others at once: one heavy command, and a few light ones. Thread-safe. */
final class HeavyWork {

    private static final int MOST_LIGHT = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore heavy = new Semaphore(1);
    private final Semaphore light = new Semaphore(MOST_LIGHT, true);

    int carryOut(boolean isHeavy, Guest guest, Host host) {
        Semaphore kind = isHeavy ? heavy : light;
        try {
            if (!kind.tryAcquire(isHeavy ? 0 : PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                guest.say(
                        "Process " + ProcessHandle.current().pid() + " is carrying out "
                                + (isHeavy ? "another long command" : "other commands") + " already.",
                        "Repeat this when that is done.");
                return CallFailed.TRY_AGAIN;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CallFailed.TRY_AGAIN;
        }
        try {
            return host.carryOut(guest);
        } finally {
            kind.release();
        }
    }
}
