package io.leadscore.lead;

import java.time.Instant;
import java.util.Map;

/** What is kept of one HubSpot record: ids, instants, enumerations and numbers; never a name, an address or a text. */
public sealed interface Facts permits ContactFacts, CompanyFacts, DealFacts, Engagement {

    /** HubSpot's record id. */
    long id();

    /** The kind of record. */
    ObjectType type();

    /** Declared custom signals' values by property name; an absent key is an unknown value. */
    default Map<String, String> custom() {
        return Map.of();
    }

    /** The same with other values of declared custom signals; of what has none itself. */
    default Facts withCustom(Map<String, String> other) {
        return this;
    }

    /** When HubSpot says that the record was created. */
    Instant createdAt();

    /** When HubSpot says that any property of the record last changed. */
    Instant modifiedAt();
}
