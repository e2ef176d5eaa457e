package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Who owns a contact. Everything here is safe to repeat, also after an exception. Thread-safe. */
public final class ContactOwners {

    private static final String OWNER = "hubspot_owner_id";

    private final RecordReader records;
    private final ContactWriter writer;
    private final Overruled overruled;

    ContactOwners(RecordReader records, ContactWriter writer) {
        this.records = records;
        this.writer = writer;
        this.overruled = new Overruled(records, OWNER);
    }

    /**
     * The owners that contacts have now, without the lag of the search index. A call for every 100.
     *
     * @return owner id by contact id: null for a contact without an owner, no entry for one that HubSpot does not have
     */
    public Map<Long, @Nullable Long> read(Collection<Long> contactIds) {
        Map<Long, @Nullable Long> owners = new HashMap<>();
        for (List<Long> batch :
                Batches.<Long>of(List.copyOf(new LinkedHashSet<>(contactIds)), RecordReader.LARGEST_BATCH)) {
            records.read(ObjectType.CONTACTS, List.of(OWNER), batch)
                    .forEach((id, contact) -> owners.put(id, RecordId.parse(contact.property(OWNER))));
        }
        return owners;
    }

    /**
     * Assigns contacts that have no owner. Each batch is read right before it is written, so that what a person chose
     * meanwhile stays. HubSpot has no conditional update, so the histories are read afterwards, and who was chosen between
     * the two calls gets the contact back. Four calls for every 100.
     *
     * @param owners owner id by contact id
     * @param nobody owners that count as none, such as archived ones and queues; asked for others than the wanted only
     * @param since from when on a choice of other people's counts: before that nobody can have chosen in between
     * @throws HubSpotException.Rejected when the property cannot be written on any contact
     */
    public Assignment assign(Map<Long, Long> owners, LongPredicate nobody, Instant since) {
        Set<Long> assigned = new HashSet<>();
        Map<Long, Long> kept = new HashMap<>();
        List<RejectedUpdate> rejected = new ArrayList<>();
        Set<Long> gone = new HashSet<>();
        Map<Long, Long> merged = new HashMap<>();
        for (List<Long> batch : Batches.<Long>of(List.copyOf(owners.keySet()), RecordReader.LARGEST_BATCH)) {
            Map<Long, @Nullable Long> now = read(batch);
            List<ContactUpdate> updates = new ArrayList<>();
            Map<Long, Long> ours = new HashMap<>();
            for (Long id : batch) {
                Long wanted = owners.get(id);
                Long owner = now.get(id);
                if (owner == null || (!owner.equals(wanted) && nobody.test(owner))) {
                    // One that was not found is sent as well: the writer finds out whether it is gone or merged.
                    updates.add(new ContactUpdate(id, Map.of(OWNER, String.valueOf(wanted))));
                } else if (owner.equals(wanted)) {
                    ours.put(id, owner);
                } else {
                    kept.put(id, owner);
                }
            }
            BatchResult result = writer.write(updates);
            result.updated().keySet().forEach(id -> ours.put(id, owners.get(id)));
            Map<Long, Long> others = overruled.find(ours, since, nobody);
            giveBack(others, ours);
            ours.keySet().removeAll(others.keySet());
            assigned.addAll(ours.keySet());
            kept.putAll(others);
            rejected.addAll(result.rejected());
            gone.addAll(result.gone());
            merged.putAll(result.merged());
        }
        return new Assignment(assigned, kept, rejected, gone, merged);
    }

    /** Contacts whose owner we overruled are his or hers again; who took one since has it already. */
    private void giveBack(Map<Long, Long> others, Map<Long, Long> ours) {
        if (others.isEmpty()) {
            return;
        }
        Map<Long, @Nullable Long> now = read(others.keySet());
        List<ContactUpdate> updates = new ArrayList<>();
        others.replaceAll((id, owner) -> {
            Long current = now.get(id);
            if (current != null && !current.equals(ours.get(id))) {
                return current;
            }
            updates.add(new ContactUpdate(id, Map.of(OWNER, String.valueOf(owner))));
            return owner;
        });
        writer.write(updates);
    }
}
