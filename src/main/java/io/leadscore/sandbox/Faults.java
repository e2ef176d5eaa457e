package io.leadscore.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The faults to come, and what tests want done in the middle of a run. The oldest rule that matches wins. Thread-safe. */
public final class Faults {

    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final List<Interruption> interruptions = new CopyOnWriteArrayList<>();

    private record Armed(FaultRule rule, CallPattern pattern, AtomicInteger seen) {

        boolean befalls(String method, String path) {
            if (!pattern.matches(method, path)) {
                return false;
            }
            int before = seen.getAndIncrement();
            return before >= rule.skip() && before < rule.skip() + rule.times();
        }
    }

    private record Interruption(CallPattern pattern, int skip, AtomicInteger seen, Runnable action) {}

    public void add(FaultRule rule) {
        armed.add(new Armed(rule, CallPattern.of(rule.call()), new AtomicInteger()));
    }

    /** A fault for the next so many matching calls. */
    public void add(FaultKind kind, String call, int times) {
        add(FaultRule.of(kind, call, times));
    }

    /**
     * Runs an action once, right before the matching call after so many skipped ones is answered: how a test edits a
     * record while it is being paged over.
     */
    public void runBefore(String call, int skip, Runnable action) {
        interruptions.add(new Interruption(CallPattern.of(call), skip, new AtomicInteger(), action));
    }

    public void clear() {
        armed.clear();
        interruptions.clear();
    }

    @Nullable
    FaultRule next(String method, String path) {
        FaultRule found = null;
        for (Armed fault : armed) {
            if (found == null && fault.befalls(method, path)) {
                found = fault.rule;
            }
        }
        return found;
    }

    void interrupt(String method, String path) {
        for (Interruption interruption : interruptions) {
            if (interruption.pattern.matches(method, path)
                    && interruption.seen.getAndIncrement() == interruption.skip) {
                interruption.action.run();
            }
        }
    }
}
