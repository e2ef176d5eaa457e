package io.leadscore.delta;

import io.leadscore.ledger.Holder;
import io.leadscore.ledger.LeaseResult;
import io.leadscore.ledger.Leases;
import io.leadscore.report.RunInProgressException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run the job for an account, renewed until it is closed. When it is lost (the machine slept, the database
 * was away) the run is told to stop at its next chunk.
 */
final class RunLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLease.class);
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(15);
    /** A write that has begun has this long to arrive before somebody else may take the lease. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Leases leases;
    private final long portalId;
    private final String job;
    private final Holder holder;
    private final ScheduledExecutorService heartbeat;

    private RunLease(
            Leases leases,
            long portalId,
            String job,
            Holder holder,
            InstantSource clock,
            RunFence fence,
            Runnable whenLost) {
        this.leases = leases;
        this.portalId = portalId;
        this.job = job;
        this.holder = holder;
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lease-" + job);
            thread.setDaemon(true);
            return thread;
        });
        Runnable beat = () -> {
            try {
                long askedAt = fence.now();
                if (leases.renew(portalId, job, holder, clock.instant(), TIME_TO_LIVE)) {
                    fence.held(askedAt, TIME_TO_LIVE.minus(MARGIN));
                } else {
                    LOG.warn("The lease on {} was lost; the run stops at its next chunk", job);
                    whenLost.run();
                }
            } catch (RuntimeException unreachable) {
                LOG.warn("The lease on {} could not be renewed: {}", job, unreachable.toString());
            }
        };
        long every = RENEW_EVERY.toMillis();
        var unused = heartbeat.scheduleAtFixedRate(beat, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lease.
     *
     * @throws RunInProgressException when somebody alive holds it
     */
    static RunLease take(
            Leases leases, long portalId, String job, InstantSource clock, RunFence fence, Runnable whenLost) {
        Holder self = Holder.ofThisProcess(hostName(), UUID.randomUUID().toString());
        long askedAt = fence.now();
        LeaseResult result = leases.acquire(portalId, job, self, clock.instant(), TIME_TO_LIVE);
        if (!result.acquired()) {
            throw new RunInProgressException(
                    job,
                    "process " + result.holder().pid() + " on "
                            + result.holder().host());
        }
        if (result.takenOverFrom() != null) {
            LOG.warn(
                    "Took the lease on {} over from process {}, which ended without giving it back",
                    job,
                    result.takenOverFrom().pid());
        }
        fence.held(askedAt, TIME_TO_LIVE.minus(MARGIN));
        return new RunLease(leases, portalId, job, self, clock, fence, whenLost);
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
        leases.release(portalId, job, holder);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
