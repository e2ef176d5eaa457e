package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds owners that people chose between our read and our write. We write only where we read none, so that an owner right
 * before ours, and of the time in question, was chosen in between. Thread-safe.
 */
final class Overruled {

    private final RecordReader records;
    private final String property;

    Overruled(RecordReader records, String property) {
        this.records = records;
        this.property = property;
    }

    /**
     * Reads histories, a call for every 50.
     *
     * @param written owner by contact, as we wrote it or found it
     * @param since from when on an owner before ours counts
     * @param nobody owners that count as none
     * @return of contacts that have, or had, somebody else, who that is
     */
    Map<Long, Long> find(Map<Long, Long> written, Instant since, LongPredicate nobody) {
        Map<Long, Long> others = new HashMap<>();
        for (List<Long> batch :
                Batches.<Long>of(List.copyOf(written.keySet()), RecordReader.LARGEST_BATCH_WITH_HISTORY)) {
            histories(batch).forEach((id, versions) -> {
                Long other = other(versions, written.getOrDefault(id, 0L), since, nobody);
                if (other != null) {
                    others.put(id, other);
                }
            });
        }
        return others;
    }

    private Map<Long, List<PropertyVersion>> histories(Collection<Long> ids) {
        Map<Long, List<PropertyVersion>> histories = new HashMap<>();
        records.readWithHistory(ObjectType.CONTACTS, List.of(property), ids)
                .forEach((id, contact) -> histories.put(id, contact.history(property)));
        return histories;
    }

    /** Newest first, as HubSpot sends them. */
    private static @Nullable Long other(
            List<PropertyVersion> versions, long ours, Instant since, LongPredicate nobody) {
        Long now = versions.isEmpty() ? null : RecordId.parse(versions.get(0).value());
        if (now == null || now != ours) {
            return now;
        }
        if (versions.size() < 2 || !versions.get(0).isByApp()) {
            return null;
        }
        PropertyVersion before = versions.get(1);
        Long chosen = RecordId.parse(before.value());
        boolean inBetween = chosen != null && chosen != ours && !nobody.test(chosen);
        return inBetween && !before.at().isBefore(since) ? chosen : null;
    }
}
