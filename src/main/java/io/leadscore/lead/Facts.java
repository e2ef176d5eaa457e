package io.leadscore.lead;

import java.time.Instant;

/** What is kept of one HubSpot record: ids, instants, enumerations and numbers; never a name, an address or a text. */
public sealed interface Facts permits ContactFacts, CompanyFacts, DealFacts, Engagement {

    /** HubSpot's record id. */
    long id();

    /** The kind of record. */
    ObjectType type();

    /** When HubSpot says that the record was created. */
    Instant createdAt();

    /** When HubSpot says that any property of the record last changed. */
    Instant modifiedAt();
}
