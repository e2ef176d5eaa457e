package io.leadscore.delta;

import io.leadscore.ledger.Rejections;
import java.util.List;

/**
 * Leads that HubSpot refused, and may take now. Thread-safe.
 *
 * @param writtenBy in which way HubSpot is written to
 */
record RefusedBefore(String writtenBy, WrittenProperties writtenProperties, Rejections rejections) {

    /** Those to be tried again though they did not change: what HubSpot refused them for may be gone. */
    List<Long> toTryAgain(long portalId) {
        List<Long> otherwise = rejections.retryUnlessRefusedBy(portalId, writtenBy);
        List<Long> all = rejections.unresolved(portalId);
        return !all.isEmpty() && writtenProperties.haveChanged(portalId) ? all : otherwise;
    }
}
