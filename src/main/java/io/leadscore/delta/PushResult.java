package io.leadscore.delta;

import io.leadscore.hubspot.BatchResult;
import io.leadscore.hubspot.RejectedUpdate;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the rows of several batches.
 *
 * @param updated written contacts with the modified time that HubSpot gave them
 * @param rejected rows that HubSpot refused
 * @param gone contacts that no longer exist
 * @param merged contacts that were merged away, with their survivors
 */
record PushResult(
        Map<Long, Instant> updated, Map<Long, RejectedUpdate> rejected, Set<Long> gone, Map<Long, Long> merged) {

    static PushResult of(List<BatchResult> batches) {
        Map<Long, Instant> updated = new HashMap<>();
        Map<Long, RejectedUpdate> rejected = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        Map<Long, Long> merged = new HashMap<>();
        for (BatchResult batch : batches) {
            updated.putAll(batch.updated());
            batch.rejected().forEach(row -> rejected.put(row.id(), row));
            gone.addAll(batch.gone());
            merged.putAll(batch.merged());
        }
        return new PushResult(updated, rejected, gone, merged);
    }
}
