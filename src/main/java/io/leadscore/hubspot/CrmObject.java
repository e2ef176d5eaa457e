package io.leadscore.hubspot;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wire: a record. */
record CrmObject(
        @Nullable String id,
        @Nullable Map<String, @Nullable String> properties,
        @Nullable String createdAt,
        @Nullable String updatedAt) {

    /** The id as a number; null when it is none. */
    @Nullable
    Long number() {
        return RecordId.parse(id);
    }
}
