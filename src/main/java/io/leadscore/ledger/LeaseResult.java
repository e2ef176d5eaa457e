package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to acquire a lease went.
 *
 * @param acquired whether the asker holds the lease now
 * @param holder who holds it now
 * @param expiresAt when it ends unless it is renewed
 * @param takenOverFrom the dead or expired holder whose unfinished run is to be recovered; null when the lease was free
 *     or the asker's own, or was not acquired
 */
public record LeaseResult(
        boolean acquired,
        Holder holder,
        Instant expiresAt,
        @Nullable Holder takenOverFrom) {}
