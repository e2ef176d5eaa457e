package io.leadscore.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is now.
 *
 * @param properties those that are set, without the ones that HubSpot computes
 */
public record CrmObject(
        RecordType type,
        long id,
        Map<String, String> properties,
        Instant createdAt,
        Instant modifiedAt,
        boolean archived) {

    public CrmObject {
        properties = Map.copyOf(properties);
    }

    /** A property's value; null if it is not set. */
    public @Nullable String property(String name) {
        return properties.get(name);
    }

    static CrmObject of(StoredObject object) {
        ObjectState state = object.state();
        return new CrmObject(
                object.type(),
                object.id(),
                state.properties().toMap(),
                Instant.ofEpochMilli(state.createdAt()),
                Instant.ofEpochMilli(state.modifiedAt()),
                state.archived());
    }
}
