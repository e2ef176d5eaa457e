package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Since when properties have had a value, by HubSpot's history of them. Thread-safe. */
public final class PropertyHistories {

    /** The most records that a call reads (with histories: object APIs guide). */
    public static final int RECORDS_A_CALL = RecordReader.LARGEST_BATCH_WITH_HISTORY;

    private final RecordReader records;

    PropertyHistories(RecordReader records) {
        this.records = records;
    }

    /**
     * Since when each of these properties has had a value without a break, by record. A property is absent that has none, of
     * which HubSpot tells no history, or whose value was brought along from elsewhere, where it may be older; a record is,
     * that HubSpot does not have. A call for every {@value #RECORDS_A_CALL}.
     */
    public Map<Long, Map<String, Instant>> firstFilled(ObjectType type, List<String> properties, Collection<Long> ids) {
        Map<Long, Map<String, Instant>> filled = new HashMap<>();
        for (List<Long> batch : Batches.<Long>of(List.copyOf(new LinkedHashSet<>(ids)), RECORDS_A_CALL)) {
            records.readWithHistory(type, properties, batch)
                    .forEach((id, record) -> filled.put(id, firstFilled(record, properties)));
        }
        return filled;
    }

    private static Map<String, Instant> firstFilled(CrmObject record, List<String> properties) {
        Map<String, Instant> filled = new HashMap<>();
        for (String property : properties) {
            Instant since = since(record.history(property));
            if (since != null) {
                filled.put(property, since);
            }
        }
        return filled;
    }

    /** @param versions newest first */
    private static @Nullable Instant since(List<PropertyVersion> versions) {
        PropertyVersion first = null;
        for (PropertyVersion version : versions) {
            if (version.value() == null || version.value().isBlank()) {
                break;
            }
            first = version;
        }
        return first == null || first.isBroughtAlong() ? null : first.at();
    }
}
