package io.leadscore.hubspot;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads associations to their ends, however many pages a record has. A record of which an answer says nothing at all,
 * neither associations nor that there are none, is asked for once more. Thread-safe.
 */
final class AssociationReader {

    /** HubSpot's most since 2025-02-10 (changelog, batch read limit of the associations API). */
    private static final int LARGEST_GROUP = 1_000;

    /** More pages than a record can have: HubSpot's pages have 100 entries or more. */
    private static final int MOST_PAGES = 10_000;

    private final HubSpotApi api;
    private final Calls calls;
    private final Translation translation;
    private final String version;

    AssociationReader(HubSpotApi api, Calls calls, Translation translation, String version) {
        this.api = api;
        this.calls = calls;
        this.translation = translation;
        this.version = version;
    }

    Map<Long, List<Link>> read(ObjectType from, ObjectType to, Collection<Long> ids) {
        Map<Long, Map<Long, Link>> links = new TreeMap<>();
        Deque<AssociationInputs.Input> waiting = new ArrayDeque<>();
        for (Long id : new TreeSet<>(ids)) {
            links.put(id, new TreeMap<>());
            waiting.add(new AssociationInputs.Input(Long.toString(id), null));
        }
        Associations.Type primary = primaryType(from, to);
        Map<Long, Set<String>> cursors = new HashMap<>();
        Set<String> doubted = new HashSet<>();
        while (!waiting.isEmpty()) {
            Map<String, AssociationInputs.Input> group = nextGroup(waiting);
            Associations answer = readGroup(from, to, group);
            for (AssociationInputs.Input silent : answer.silentOn(group)) {
                if (doubted.add(silent.id())) {
                    waiting.add(silent);
                }
            }
            for (Associations.OfRecord record : answer.records()) {
                Associations.Id origin = record.from();
                Long id = origin == null ? null : RecordId.parse(origin.id());
                Map<Long, Link> known = id == null ? null : links.get(id);
                if (id == null || known == null) {
                    continue;
                }
                add(record, primary, known);
                String after = Paging.after(record.paging());
                if (after != null) {
                    refuseCircle(cursors.computeIfAbsent(id, unseen -> new HashSet<>()), after);
                    // At the end of the queue: it travels in a later group's free room, if there is one.
                    waiting.add(new AssociationInputs.Input(Long.toString(id), after));
                }
            }
        }
        Map<Long, List<Link>> complete = new TreeMap<>();
        links.forEach((id, known) -> complete.put(id, List.copyOf(known.values())));
        return complete;
    }

    private static Map<String, AssociationInputs.Input> nextGroup(Deque<AssociationInputs.Input> waiting) {
        Map<String, AssociationInputs.Input> group = new HashMap<>();
        while (group.size() < LARGEST_GROUP && !waiting.isEmpty()) {
            AssociationInputs.Input input = waiting.remove();
            group.put(input.id(), input);
        }
        return group;
    }

    private Associations readGroup(ObjectType from, ObjectType to, Map<String, AssociationInputs.Input> group) {
        AssociationInputs inputs = new AssociationInputs(new ArrayList<>(group.values()));
        Associations answer = calls.call(
                        Family.ASSOCIATIONS,
                        () -> api.associations(version, from.apiName(), to.apiName(), inputs),
                        Associations::isReadable)
                .body();
        for (ApiError fault : answer.faults()) {
            // None associated, and a record that is gone, which HubSpot says by the same category: no links.
            if (!"OBJECT_NOT_FOUND".equals(fault.category()) && !isNone(fault)) {
                throw translation.incomplete(fault);
            }
        }
        return answer;
    }

    private static boolean isNone(ApiError fault) {
        String subCategory = fault.subCategoryText();
        return subCategory != null && subCategory.endsWith("NO_ASSOCIATIONS_FOUND");
    }

    private static void add(Associations.OfRecord record, Associations.Type primary, Map<Long, Link> known) {
        List<Associations.To> page = record.to();
        for (Associations.To far : page == null ? List.<Associations.To>of() : page) {
            Long id = RecordId.parse(far.toObjectId());
            if (id != null) {
                known.merge(
                        id,
                        new Link(id, far.has(primary)),
                        (one, other) -> new Link(id, one.primary() || other.primary()));
            }
        }
    }

    /** The type ids of primary pairs differ by direction (association type tables). */
    private static Associations.Type primaryType(ObjectType from, ObjectType to) {
        if (from == ObjectType.CONTACTS && to == ObjectType.COMPANIES) {
            return Associations.Type.primary(1);
        }
        if (from == ObjectType.COMPANIES && to == ObjectType.CONTACTS) {
            return Associations.Type.primary(2);
        }
        return Associations.Type.primary(0);
    }

    private void refuseCircle(Set<String> seen, String after) {
        if (!seen.add(after) || seen.size() > MOST_PAGES) {
            throw translation.exception(FailedCall.withoutAnswer("gives the same page of associations again"));
        }
    }
}
