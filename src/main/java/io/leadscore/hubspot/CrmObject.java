package io.leadscore.hubspot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wire: a record; with the trace id of the input that created it, when it was created with one. */
record CrmObject(
        @Nullable String id,
        @Nullable Map<String, @Nullable String> properties,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable String objectWriteTraceId,
        @Nullable Map<String, @Nullable List<PropertyVersion>> propertiesWithHistory) {

    /** Without histories. */
    CrmObject(
            @Nullable String id,
            @Nullable Map<String, @Nullable String> properties,
            @Nullable String createdAt,
            @Nullable String updatedAt,
            @Nullable String objectWriteTraceId) {
        this(id, properties, createdAt, updatedAt, objectWriteTraceId, null);
    }

    /** The values that a property had, newest first; empty when none were returned. */
    List<PropertyVersion> history(String name) {
        List<PropertyVersion> versions = propertiesWithHistory == null ? null : propertiesWithHistory.get(name);
        return versions == null ? List.of() : versions;
    }

    /** The id as a number; null when it is none. */
    @Nullable
    Long number() {
        return RecordId.parse(id);
    }

    /** What it holds of some properties, without those that are empty. */
    Map<String, String> values(List<String> names) {
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            String value = property(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value);
            }
        }
        return values;
    }

    /** A property's value; null when it is empty or was not returned. */
    @Nullable
    String property(String name) {
        return properties == null ? null : properties.get(name);
    }
}
