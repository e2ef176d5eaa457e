package io.leadscore.delta;

import io.leadscore.hubspot.PulledObject;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Facts;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Change;
import io.leadscore.ledger.LinkQueue;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.Upserted;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.report.RunTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Mirrors pulled records, touches the leads among them and queues what must be associated anew. Safe to repeat: a
 * record whose modified time is already mirrored does nothing.
 */
final class FactsWriter implements ItemWriter<PulledObject> {

    private final long portalId;
    private final ObjectType type;
    private final PullWindow window;
    private final WhenOverwritten whenOverwritten;
    private final Mirror mirror;
    private final HeldValues heldValues;
    private final LinkQueue linkQueue;
    private final Touches touches;
    private final Scores scores;
    private final Rejections rejections;
    private final RunTally tally;
    private final LeftAlone leftAlone;
    private @Nullable Set<Long> rejected;

    FactsWriter(
            long portalId,
            ObjectType type,
            PullWindow window,
            WhenOverwritten whenOverwritten,
            Mirror mirror,
            HeldValues heldValues,
            LinkQueue linkQueue,
            Touches touches,
            Scores scores,
            Rejections rejections,
            RunTally tally) {
        this.portalId = portalId;
        this.type = type;
        this.window = window;
        this.whenOverwritten = whenOverwritten;
        this.mirror = mirror;
        this.heldValues = heldValues;
        this.linkQueue = linkQueue;
        this.touches = touches;
        this.scores = scores;
        this.rejections = rejections;
        this.tally = tally;
        this.leftAlone = new LeftAlone(portalId, scores, tally);
    }

    @Override
    public void write(Chunk<? extends PulledObject> chunk) {
        List<Facts> facts = new ArrayList<>(chunk.size());
        chunk.forEach(pulled -> facts.add(pulled.facts()));
        List<Upserted> upserted = mirror.upsert(portalId, heldValues.in(facts));
        tally.add(type.apiName() + " read", chunk.size());
        if (type == ObjectType.CONTACTS) {
            noteContacts(chunk, upserted);
        } else {
            noteObjects(upserted);
        }
    }

    private void noteObjects(List<Upserted> upserted) {
        List<Long> toAssociate = upserted.stream()
                .filter(row -> row.change() != Change.SAME
                        && window.hasChanged(row.facts().modifiedAt()))
                .map(row -> row.facts().id())
                .toList();
        linkQueue.add(portalId, type, toAssociate);
        tally.add(type.apiName() + " changed", toAssociate.size());
    }

    private void noteContacts(Chunk<? extends PulledObject> chunk, List<Upserted> upserted) {
        Map<Long, PulledObject> pulled = new HashMap<>();
        chunk.forEach(contact -> pulled.put(contact.facts().id(), contact));
        Map<Long, WrittenScore> written = scores.written(portalId, idsOf(upserted, Change.CHANGED, Change.TOUCHED));
        List<Long> toAssociate = new ArrayList<>();
        List<Long> overwritten = new ArrayList<>();
        List<Long> repaired = new ArrayList<>();
        for (Upserted row : upserted) {
            long id = row.facts().id();
            if (row.change() == Change.SAME) {
                continue;
            }
            PulledObject contact = pulled.get(id);
            WrittenScore ours = written.get(id);
            if (contact != null && ours != null && ContactEcho.isOverwritten(contact, ours)) {
                if (whenOverwritten == WhenOverwritten.LEAVE && ours.takenBack() >= WrittenScore.OFTEN) {
                    leftAlone.add(id);
                } else {
                    overwritten.add(id);
                }
            }
            if (row.change() == Change.TOUCHED && rejected().contains(id)) {
                repaired.add(id);
            }
            boolean echo = row.change() == Change.TOUCHED
                    && contact != null
                    && ContactEcho.isOurWrite(contact, written.get(id));
            if (echo) {
                tally.add("contacts echoed", 1);
            } else if (window.hasChanged(row.facts().modifiedAt())) {
                toAssociate.add(id);
            }
        }
        markMerged(upserted);
        leftAlone.remember();
        touches.touch(portalId, idsOf(upserted, Change.NEW), Cause.NEW);
        touches.touch(portalId, idsOf(upserted, Change.CHANGED), Cause.CONTACT);
        touches.touch(portalId, overwritten, Cause.OVERWRITTEN);
        touches.touch(portalId, repaired, Cause.REJECTED_BEFORE);
        tally.add("contacts changed", toAssociate.size());
        // On the first pull every other type is pulled for the first time, too, and brings its contacts along.
        if (!window.isFirst()) {
            linkQueue.add(portalId, type, toAssociate);
        }
    }

    /** Search never shows a contact that was merged away; its survivor names it. */
    private void markMerged(List<Upserted> upserted) {
        for (Upserted row : upserted) {
            if (row.change() != Change.SAME && row.facts() instanceof ContactFacts contact) {
                contact.mergedIds()
                        .forEach(old -> mirror.markMerged(portalId, old, contact.id(), contact.modifiedAt()));
            }
        }
    }

    /** Leads that HubSpot refused: whatever was edited on them may be what it asked for. */
    private Set<Long> rejected() {
        if (rejected == null) {
            rejected = Set.copyOf(rejections.unresolved(portalId));
        }
        return rejected;
    }

    private static List<Long> idsOf(List<Upserted> rows, Change... changes) {
        List<Change> wanted = List.of(changes);
        return rows.stream()
                .filter(row -> wanted.contains(row.change()))
                .map(row -> row.facts().id())
                .toList();
    }
}
