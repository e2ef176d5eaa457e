package io.leadscore.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The right of one run to work on an account, renewed until it is closed. Whatever a thread that works under it writes to
 * the ledger is committed only while the lease is the run's own, and so is what the job repository writes. Thread-safe.
 */
public final class RunLease implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunLease.class);

    /** From a holder's last sign of life to the lease's end. */
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(45);

    private static final Duration RENEW_EVERY = Duration.ofSeconds(10);

    /** What has been sent to HubSpot has fifteen seconds to arrive before somebody else may take the lease. */
    private static final Duration SURE = TIME_TO_LIVE.minusSeconds(15);

    private static final ThreadLocal<RunLease> CURRENT = new ThreadLocal<>();

    private final Leases leases;
    private final TransactionOperations transactions;
    private final long portalId;
    private final String job;
    private final long epoch;
    private final LeaseTerm term;
    private final Runnable whenLost;
    private final ScheduledExecutorService heartbeat;
    private volatile boolean lost;

    RunLease(
            Leases leases,
            TransactionOperations transactions,
            long portalId,
            String job,
            long epoch,
            LeaseTerm term,
            LeaseTerm.Moment askedAt,
            Runnable whenLost) {
        this.leases = leases;
        this.transactions = transactions;
        this.portalId = portalId;
        this.job = job;
        this.epoch = epoch;
        this.term = term;
        this.whenLost = whenLost;
        term.held(askedAt, SURE);
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lease-" + job);
            thread.setDaemon(true);
            return thread;
        });
        long every = RENEW_EVERY.toMillis();
        var unused = heartbeat.scheduleAtFixedRate(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    /** The lease that this thread works under; null when it works under none. */
    public static @Nullable RunLease current() {
        return CURRENT.get();
    }

    /**
     * Lets pass what this thread is about to do to the world outside, if it works under a lease.
     *
     * @throws LeaseLostException when the lease may be somebody else's by now
     */
    public static void checkCurrent() {
        RunLease lease = CURRENT.get();
        if (lease != null && !lease.isHeld()) {
            throw new LeaseLostException(lease.job);
        }
    }

    /** The same work, under the lease of the thread that asks, in whatever thread it is done. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        RunLease lease = CURRENT.get();
        return lease == null ? work : () -> lease.hold(work);
    }

    /** The same work, under the lease of the thread that asks, in whatever thread it is done. */
    public static Runnable carried(Runnable work) {
        Supplier<Boolean> carried = carried(() -> {
            work.run();
            return true;
        });
        return () -> {
            var unused = carried.get();
        };
    }

    /** Works under the lease, in this thread. */
    <T extends @Nullable Object> T hold(Supplier<T> work) {
        return within(this, work);
    }

    private static <T extends @Nullable Object> T within(@Nullable RunLease lease, Supplier<T> work) {
        RunLease before = CURRENT.get();
        set(lease);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable RunLease lease) {
        if (lease == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(lease);
        }
    }

    /** Whether the lease is surely the run's own; when time alone does not tell, the database is asked. */
    public boolean isHeld() {
        return !lost && (term.isSure() || renew());
    }

    /** At the end of a transaction, before its commit. */
    void confirm() {
        if (lost || !leases.confirm(portalId, job, epoch)) {
            lose();
            throw new LeaseLostException(job);
        }
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction gave no result");
        }
        return result;
    }

    /** Whether the lease is held, and how long now. */
    private boolean renew() {
        try {
            LeaseTerm.Moment askedAt = term.now();
            // In a transaction of its own, whatever the thread is in the middle of.
            if (within(null, () -> leases.renew(portalId, job, epoch, TIME_TO_LIVE))) {
                term.held(askedAt, SURE);
                return true;
            }
            lose();
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn(
                    "The lease on {} could not be renewed: {}",
                    job,
                    unreachable.getClass().getSimpleName());
        }
        return false;
    }

    private void lose() {
        if (!lost) {
            lost = true;
            log.warn("The lease on {} was lost; the run stops", job);
            whenLost.run();
        }
    }

    /** Gives the lease back; one that was lost is left alone. */
    @Override
    public void close() {
        heartbeat.shutdownNow();
        try {
            leases.release(portalId, job, epoch);
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("The lease on {} could not be given back; it ends by itself", job);
        }
    }
}
