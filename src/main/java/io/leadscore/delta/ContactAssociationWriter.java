package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.LinkQueue;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Touches;
import io.leadscore.report.RunTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Reads everything that is associated to changed contacts, mirrors the links and touches the leads whose links differ.
 * Types of which the account has no record are not asked for. Safe to repeat.
 */
final class ContactAssociationWriter implements ItemWriter<Long> {

    private final long portalId;
    private final HubSpot hubSpot;
    private final Mirror mirror;
    private final Links links;
    private final LinkQueue queue;
    private final Touches touches;
    private final RunTally tally;

    ContactAssociationWriter(
            long portalId,
            HubSpot hubSpot,
            Mirror mirror,
            Links links,
            LinkQueue queue,
            Touches touches,
            RunTally tally) {
        this.portalId = portalId;
        this.hubSpot = hubSpot;
        this.mirror = mirror;
        this.links = links;
        this.queue = queue;
        this.touches = touches;
        this.tally = tally;
    }

    @Override
    public void write(Chunk<? extends Long> chunk) {
        List<Long> ids = new ArrayList<>(chunk.getItems());
        if (ids.isEmpty()) {
            return;
        }
        Map<ObjectType, Map<Long, List<Link>>> read = new LinkedHashMap<>();
        for (ObjectType type : ObjectType.associatedToContacts()) {
            if (mirror.count(portalId, type) > 0) {
                read.put(type, hubSpot.associations(ObjectType.CONTACTS, type, ids));
            }
        }
        // Only now, so that no row is locked while HubSpot is waited for.
        read.forEach((type, linksByContact) -> {
            Set<Long> differing = links.replaceOfContacts(portalId, type, linksByContact);
            touches.touch(portalId, differing, Cause.ASSOCIATION);
        });
        queue.remove(portalId, ObjectType.CONTACTS, ids);
        tally.add("contacts associated", ids.size());
    }
}
