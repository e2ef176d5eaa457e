package io.leadscore.ledger;

/** Which of a deal's contacts speaks for it. */
public enum PrimaryContact {
    /** The one with the lowest id. */
    LOWEST_ID,
    /** The one that was created first. */
    FIRST_CREATED,
    /** The one that was created last. */
    LAST_CREATED
}
