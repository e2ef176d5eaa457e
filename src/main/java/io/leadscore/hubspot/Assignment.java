package io.leadscore.hubspot;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the assignment of contacts to owners. Every contact is in exactly one of the five.
 *
 * @param assigned contacts that now have the owner they were to have, or had it already
 * @param kept id of a contact that has another owner to that owner's id: it was left alone
 * @param rejected assignments that HubSpot refused
 * @param gone ids of contacts that no longer exist
 * @param merged id of a contact that was merged away to the id of the survivor; nothing was written to either
 */
public record Assignment(
        Set<Long> assigned,
        Map<Long, Long> kept,
        List<RejectedUpdate> rejected,
        Set<Long> gone,
        Map<Long, Long> merged) {

    public Assignment {
        assigned = Set.copyOf(assigned);
        kept = Map.copyOf(kept);
        rejected = List.copyOf(rejected);
        gone = Set.copyOf(gone);
        merged = Map.copyOf(merged);
    }
}
