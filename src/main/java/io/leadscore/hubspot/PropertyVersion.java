package io.leadscore.hubspot;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Wire: a value that a property had, and since when. */
record PropertyVersion(
        @Nullable String value,
        @Nullable String timestamp,
        @Nullable String sourceType) {

    /** Since when; long ago when HubSpot does not say. */
    Instant at() {
        try {
            return timestamp == null ? Instant.EPOCH : Instant.parse(timestamp);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    /** Whether an app wrote it, as ours does, and no person. */
    boolean isByApp() {
        return "INTEGRATION".equals(sourceType) || "API".equals(sourceType);
    }

    /** Whether it came with an import or a migration, which may be long after it was first written elsewhere. */
    boolean isBroughtAlong() {
        return "IMPORT".equals(sourceType) || "MIGRATION".equals(sourceType);
    }
}
