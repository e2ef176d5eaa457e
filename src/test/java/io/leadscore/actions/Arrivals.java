package io.leadscore.actions;

import java.util.concurrent.atomic.AtomicReference;

/** What a test wants done when the next message comes in. Thread-safe. */
public final class Arrivals {

    private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

    /** Runs an action once, when the next message is in and not yet answered. */
    public void next(Runnable action) {
        next.set(action);
    }

    public void clear() {
        next.set(() -> {});
    }

    void happened() {
        next.getAndSet(() -> {}).run();
    }
}
