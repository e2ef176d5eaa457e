package io.leadscore.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to acquire a lease went.
 *
 * @param holder who holds it now
 * @param epoch the number of this acquisition: each one's is higher than the one's before; 0 when it was not acquired
 * @param takenOverFrom the dead or expired holder whose unfinished run is to be recovered; null when the lease was free
 *     or was not acquired
 */
record LeaseResult(Holder holder, long epoch, @Nullable Holder takenOverFrom) {

    boolean acquired() {
        return epoch > 0;
    }
}
