package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.LinkQueue;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Touches;
import io.leadscore.report.RunTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Reads the contacts behind changed records of one type, mirrors the links and touches the leads that gained, kept or
 * lost one. Safe to repeat.
 */
final class ObjectAssociationWriter implements ItemWriter<Long> {

    private final long portalId;
    private final ObjectType type;
    private final HubSpot hubSpot;
    private final Links links;
    private final LinkQueue queue;
    private final Touches touches;
    private final RunTally tally;

    ObjectAssociationWriter(
            long portalId,
            ObjectType type,
            HubSpot hubSpot,
            Links links,
            LinkQueue queue,
            Touches touches,
            RunTally tally) {
        this.portalId = portalId;
        this.type = type;
        this.hubSpot = hubSpot;
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
        Map<Long, List<Link>> contacts = hubSpot.associations(type, ObjectType.CONTACTS, ids);
        Set<Long> behind = links.replaceOfObjects(portalId, type, contacts);
        touches.touchScored(portalId, behind, cause());
        queue.remove(portalId, type, ids);
        tally.add(type.apiName() + " associated", ids.size());
        tally.progress("associate-" + type.apiName(), tally.count(type.apiName() + " associated"), -1);
    }

    private Cause cause() {
        return switch (type) {
            case CONTACTS -> Cause.CONTACT;
            case COMPANIES -> Cause.COMPANY;
            case DEALS -> Cause.DEAL;
            case EMAILS, CALLS, MEETINGS, NOTES, TASKS, COMMUNICATIONS -> Cause.ENGAGEMENT;
        };
    }
}
