package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds how HubSpot defines the properties of a type. */
interface Definitions {

    /** None are to be had. */
    Definitions NONE = new Definitions() {
        @Override
        public @Nullable KnownProperties remembered(ObjectType type) {
            return null;
        }

        @Override
        public @Nullable KnownProperties asOf(ObjectType type, Instant changedAt) {
            return null;
        }
    };

    /** What is remembered; null when nothing recent is. No call. */
    @Nullable
    KnownProperties remembered(ObjectType type);

    /**
     * What HubSpot said after a record changed: from memory, else read now.
     *
     * @return null when HubSpot does not tell
     */
    @Nullable
    KnownProperties asOf(ObjectType type, Instant changedAt);
}
