package io.leadscore.ledger;

/** What an upsert did to a record of the mirror. */
public enum Change {
    /** The record was not known before or, of a contact, had been gone. */
    NEW,
    /** A mirrored fact changed. */
    CHANGED,
    /** HubSpot changed the record, but no mirrored fact: only its time of change moved. */
    TOUCHED,
    /** Nothing was written: this state was mirrored already, or a newer one was. */
    SAME
}
