package io.leadscore.hubspot;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds activities by their markers. Of the bodies that it reads it keeps no more than that. Thread-safe. */
final class ActivityFinder {

    private static final int SEARCH_PAGE = 200;

    /** How far HubSpot's clock may be behind ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private static final String ID = "hs_object_id";

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;
    private final AssociationReader associations;
    private final RecordReader records;

    ActivityFinder(HubSpotApi api, Calls calls, String version, AssociationReader associations, RecordReader records) {
        this.api = api;
        this.calls = calls;
        this.version = version;
        this.associations = associations;
        this.records = records;
    }

    Map<String, Long> find(ActivityKind kind, Map<Long, Set<String>> markers, Instant since) {
        Set<String> wanted = new HashSet<>();
        markers.values().forEach(wanted::addAll);
        Map<String, Long> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        try {
            search(kind, wanted, since.minus(CLOCKS), found);
        } catch (FailedCall refused) {
            // HubSpot does not search by this: the way by associations needs no help.
        }
        if (found.size() < wanted.size()) {
            readAssociated(kind, markers, wanted, found);
        }
        return found;
    }

    private void search(ActivityKind kind, Set<String> wanted, Instant since, Map<String, Long> found) {
        long last = 0;
        boolean more = true;
        while (more && found.size() < wanted.size()) {
            long behind = last;
            SearchQuery query = query(kind, since, behind);
            CrmObjects page = calls.callOrRefusal(
                            Family.SEARCH,
                            () -> api.search(version, kind.type().apiName(), query),
                            answer -> answer.isReadable() && lowest(answer) > behind)
                    .body();
            for (CrmObject object : page.objects()) {
                note(kind, object, wanted, found);
                last = Math.max(last, number(object));
            }
            more = !page.objects().isEmpty() && Paging.after(page.paging()) != null;
        }
    }

    private static SearchQuery query(ActivityKind kind, Instant since, long afterId) {
        return new SearchQuery(
                List.of(new SearchQuery.FilterGroup(List.of(
                        new SearchQuery.Filter(
                                kind.bodyProperty(), "CONTAINS_TOKEN", Marker.WORD.toLowerCase(Locale.ROOT)),
                        new SearchQuery.Filter("hs_createdate", "GTE", Long.toString(since.toEpochMilli())),
                        new SearchQuery.Filter(ID, "GT", Long.toString(afterId))))),
                List.of(new SearchQuery.Sort(ID, "ASCENDING")),
                List.of(kind.bodyProperty()),
                SEARCH_PAGE);
    }

    private void readAssociated(
            ActivityKind kind, Map<Long, Set<String>> markers, Set<String> wanted, Map<String, Long> found) {
        List<Long> contacts = markers.entrySet().stream()
                .filter(entry -> !found.keySet().containsAll(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        TreeSet<Long> ids = new TreeSet<>(Comparator.reverseOrder()); // the newest have the highest ids, mostly
        for (List<Link> links :
                associations.read(ObjectType.CONTACTS, kind.type(), contacts).values()) {
            links.forEach(link -> ids.add(link.id()));
        }
        for (List<Long> batch : Batches.<Long>of(new ArrayList<>(ids), RecordReader.LARGEST_BATCH)) {
            if (found.size() == wanted.size()) {
                return;
            }
            records.read(kind.type(), List.of(kind.bodyProperty()), batch)
                    .values()
                    .forEach(object -> note(kind, object, wanted, found));
        }
    }

    private static void note(ActivityKind kind, CrmObject object, Set<String> wanted, Map<String, Long> found) {
        for (String marker : Marker.in(object.property(kind.bodyProperty()))) {
            if (wanted.contains(marker)) {
                found.merge(marker, number(object), Math::min);
            }
        }
    }

    private static long lowest(CrmObjects page) {
        return page.objects().stream().mapToLong(ActivityFinder::number).min().orElse(Long.MAX_VALUE);
    }

    private static long number(CrmObject object) {
        Long id = object.number();
        return id == null ? 0 : id;
    }
}
