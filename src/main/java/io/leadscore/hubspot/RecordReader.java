package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads records by id, without the lag of the search index. Thread-safe. */
final class RecordReader {

    /** HubSpot's most inputs in a batch (object APIs guide). */
    static final int LARGEST_BATCH = 100;

    /** The same where histories are asked for. */
    static final int LARGEST_BATCH_WITH_HISTORY = 50;

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;

    RecordReader(HubSpotApi api, Calls calls, String version) {
        this.api = api;
        this.calls = calls;
        this.version = version;
    }

    /**
     * The records that exist, by id. One call.
     *
     * @param ids at most {@value #LARGEST_BATCH}
     */
    Map<Long, CrmObject> read(ObjectType type, List<String> properties, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return read(type, ReadInputs.of(properties, ids));
    }

    /**
     * The records that exist, by id, with all values that properties had. One call.
     *
     * @param ids at most {@value #LARGEST_BATCH_WITH_HISTORY}
     */
    Map<Long, CrmObject> readWithHistory(ObjectType type, List<String> properties, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : read(type, ReadInputs.withHistory(properties, ids));
    }

    private Map<Long, CrmObject> read(ObjectType type, ReadInputs inputs) {
        CrmObjects answer = calls.call(
                        Family.OBJECTS, () -> api.read(version, type.apiName(), inputs), CrmObjects::isReadable)
                .body();
        Map<Long, CrmObject> byId = new HashMap<>();
        for (CrmObject object : answer.objects()) {
            Long id = object.number();
            if (id != null) {
                byId.put(id, object);
            }
        }
        return byId;
    }
}
