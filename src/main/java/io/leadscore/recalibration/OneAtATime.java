package io.leadscore.recalibration;

import io.leadscore.ledger.LeaseHeldException;
import io.leadscore.ledger.RunLeases;
import io.leadscore.report.RunInProgressException;
import java.util.function.Supplier;

/** Lets one at a time work on an account's weight sets, wherever it was started. Thread-safe. */
record OneAtATime(RunLeases leases) {

    boolean isOrphaned(long portalId) {
        return leases.isOrphaned(portalId, RecalibrationConfiguration.JOB);
    }

    /**
     * Works under the account's lease, and gives it back.
     *
     * @throws RunInProgressException when another holds it; nothing was done
     * @throws io.leadscore.ledger.LeaseLostException when it was lost before the work was written; nothing was
     */
    <T> T whileHeld(long portalId, Supplier<T> work) {
        try {
            return leases.whileHeld(portalId, RecalibrationConfiguration.JOB, () -> {}, work);
        } catch (LeaseHeldException held) {
            throw new RunInProgressException(
                    RecalibrationConfiguration.JOB, held.holder().name());
        }
    }
}
