package io.leadscore.door;

import java.util.ArrayList;
import java.util.List;

/** Tells those who want to know, once, that something is to end early. Thread-safe. */
final class Ending {

    private final List<Runnable> told = new ArrayList<>();
    private boolean begun;

    /** What is to be done then; at once if it has begun. */
    void onBegin(Runnable ending) {
        synchronized (this) {
            if (!begun) {
                told.add(ending);
                return;
            }
        }
        ending.run();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** Begins it, and returns when everybody has done what they wanted. */
    void begin() {
        List<Runnable> now;
        synchronized (this) {
            begun = true;
            now = List.copyOf(told);
            told.clear();
        }
        now.forEach(Runnable::run);
    }
}
