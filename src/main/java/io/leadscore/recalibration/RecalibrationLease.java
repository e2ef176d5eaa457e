package io.leadscore.recalibration;

import io.leadscore.ledger.Holder;
import io.leadscore.ledger.LeaseResult;
import io.leadscore.ledger.Leases;
import io.leadscore.report.RunInProgressException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets one at a time work on an account's weight sets, wherever it was started. Thread-safe. */
final class RecalibrationLease {

    /** Far longer than a run takes; whoever dies on this computer is found out sooner. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final Leases leases;
    private final InstantSource clock;

    RecalibrationLease(Leases leases, InstantSource clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Works under the account's lease, and gives it back.
     *
     * @throws RunInProgressException when another holds it; nothing was done
     */
    <T> T whileHeld(long portalId, Supplier<T> work) {
        Holder self = Holder.ofThisProcess(hostName(), UUID.randomUUID().toString());
        LeaseResult lease = leases.acquire(portalId, RecalibrationConfiguration.JOB, self, clock.instant(), LEASE);
        if (!lease.acquired()) {
            throw new RunInProgressException(
                    RecalibrationConfiguration.JOB,
                    "process " + lease.holder().pid() + " on " + lease.holder().host());
        }
        try {
            return work.get();
        } finally {
            leases.release(portalId, RecalibrationConfiguration.JOB, self);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
