package io.leadscore.hubspot;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wire: a record; with the trace id of the input that created it, when it was created with one. */
record CrmObject(
        @Nullable String id,
        @Nullable Map<String, @Nullable String> properties,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable String objectWriteTraceId) {

    /** The id as a number; null when it is none. */
    @Nullable
    Long number() {
        return RecordId.parse(id);
    }

    /** A property's value; null when it is empty or was not returned. */
    @Nullable
    String property(String name) {
        return properties == null ? null : properties.get(name);
    }
}
