package io.leadscore.hubspot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What HubSpot's limits leave us now: lets a call go only when no window can be exceeded by it, whatever the latency.
 * Thread-safe; threads that wait for the same window are served in the order of their coming, and each can be
 * interrupted.
 */
final class RequestBudget implements AutoCloseable {

    private final BudgetStorage storage;
    private final BudgetTable table;
    private final Ticker ticker;
    private final long epochMillisAtStart;
    private final long nanosAtStart;
    private final boolean burstLimitIsSet;
    private final Map<Window, ReentrantLock> queues = new EnumMap<>(Window.class);
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final AtomicLong waitedNanos = new AtomicLong();

    /**
     * @param burstLimit null to learn it
     * @param clock asked once; from then on the ticker counts, which no setting of the clock disturbs
     */
    RequestBudget(
            BudgetStorage storage, @Nullable Integer burstLimit, int searchLimit, InstantSource clock, Ticker ticker) {
        this.storage = storage;
        this.table = new BudgetTable(storage.bytes(), ProcessHandle.current().pid());
        this.ticker = ticker;
        this.epochMillisAtStart = clock.millis();
        this.nanosAtStart = ticker.nanos();
        this.burstLimitIsSet = burstLimit != null;
        for (Window window : Window.values()) {
            queues.put(window, new ReentrantLock(true));
        }
        storage.lock();
        try {
            // After a restart in a container, the process that died may have had our own id.
            table.open(
                    epochMillisAtStart,
                    storage.damaged(),
                    id -> id == ProcessHandle.current().pid() ? storage.isOpenAlready() : isAlive(id));
            table.limit(Window.SEARCH, searchLimit);
            if (burstLimit != null) {
                table.limit(Window.BURST, burstLimit);
                table.spanMillis(Window.BURST, Window.BURST.spanMillis());
            }
        } finally {
            storage.unlock();
        }
    }

    /**
     * The right to send one call.
     *
     * @param slots the call's slot in each window of its family
     * @param usedBurst calls in the burst window when it was granted, this one included
     * @param grantedBurst number of the last call granted there
     */
    record Permit(Family family, List<Integer> slots, int usedBurst, long grantedBurst) {}

    /** Waits until a call of this family may be sent. */
    Permit acquire(Family family) throws InterruptedException {
        long start = ticker.nanos();
        ReentrantLock queue = queue(family.queue());
        queue.lockInterruptibly();
        try {
            lock.lockInterruptibly();
            try {
                while (true) {
                    Grant grant = grant(family);
                    if (grant.permit != null) {
                        return grant.permit;
                    }
                    ticker.await(changed, TimeUnit.MILLISECONDS.toNanos(grant.waitMillis));
                }
            } finally {
                lock.unlock();
            }
        } finally {
            queue.unlock();
            waitedNanos.addAndGet(ticker.nanos() - start);
        }
    }

    private record Grant(@Nullable Permit permit, long waitMillis) {}

    private Grant grant(Family family) {
        storage.lock();
        try {
            long now = now();
            long wait = 0;
            for (Window window : family.windows()) {
                wait = Math.max(wait, table.waitMillis(window, now));
            }
            if (wait > 0) {
                return new Grant(null, wait);
            }
            List<Integer> slots = family.windows().stream()
                    .map(window -> table.send(window, now))
                    .toList();
            return new Grant(new Permit(family, slots, table.used(Window.BURST, now), table.granted(Window.BURST)), 0);
        } finally {
            storage.unlock();
        }
    }

    /** Notes that the call was answered, or never will be, and learns from the answer's headers. */
    void answered(Permit permit, RateHeaders headers) {
        lock.lock();
        storage.lock();
        try {
            long now = now() + 1; // rounded up
            for (int index = 0; index < permit.slots().size(); index++) {
                table.answered(
                        permit.family().windows().get(index), permit.slots().get(index), now);
            }
            // Associations may speak of a limit of their own, searches never speak.
            if (permit.family().queue() == Window.BURST) {
                learn(permit, headers, now);
            }
            changed.signalAll();
        } finally {
            storage.unlock();
            lock.unlock();
        }
    }

    private void learn(Permit permit, RateHeaders headers, long now) {
        if (headers.max() != null && headers.max() > 0 && !burstLimitIsSet) {
            table.limit(Window.BURST, headers.max());
            if (headers.intervalMillis() != null) {
                table.spanMillis(Window.BURST, headers.intervalMillis());
            }
        }
        if (headers.remaining() != null) {
            // At most this many of ours can have been counted when HubSpot wrote the header.
            long ours = permit.usedBurst() + table.granted(Window.BURST) - permit.grantedBurst();
            long foreign = table.limit(Window.BURST) - ours - headers.remaining();
            if (foreign > 0) {
                table.countForeign(Window.BURST, (int) foreign, now);
            }
        }
    }

    /** Lets no call go in this window for a while, whatever the thread. */
    void pause(Window window, Duration pause) {
        lock.lock();
        storage.lock();
        try {
            table.pause(window, now() + 1, pause.toMillis() + BudgetTable.MARGIN_MILLIS);
        } finally {
            storage.unlock();
            lock.unlock();
        }
    }

    /** The limit in force. */
    int limit(Window window) {
        storage.lock();
        try {
            return table.limit(window);
        } finally {
            storage.unlock();
        }
    }

    /** What all threads together have waited. */
    Duration waited() {
        return Duration.ofNanos(waitedNanos.get());
    }

    @Override
    public void close() {
        storage.close();
    }

    private long now() {
        return epochMillisAtStart + TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - nanosAtStart);
    }

    private ReentrantLock queue(Window window) {
        ReentrantLock queue = queues.get(window);
        if (queue == null) {
            throw new IllegalStateException("No queue for " + window + ".");
        }
        return queue;
    }

    private static boolean isAlive(long processId) {
        return processId > 0
                && ProcessHandle.of(processId).map(ProcessHandle::isAlive).orElse(false);
    }
}
