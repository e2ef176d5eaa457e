package io.leadscore.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of each update. Every contact that was sent is in exactly one of the four.
 *
 * @param updated id to the contact's modified time after the update, as HubSpot says
 * @param rejected updates that HubSpot refused
 * @param gone ids of contacts that no longer exist
 * @param merged id of a contact that was merged away to the id of the survivor; nothing was written to either
 */
public record BatchResult(
        Map<Long, Instant> updated, List<RejectedUpdate> rejected, Set<Long> gone, Map<Long, Long> merged) {

    public BatchResult {
        updated = Map.copyOf(updated);
        rejected = List.copyOf(rejected);
        gone = Set.copyOf(gone);
        merged = Map.copyOf(merged);
    }
}
