package io.leadscore.ledger;

/** Why a lead is to be rescored. */
public enum Cause {
    /** The contact was not known before, or is back. */
    NEW,
    /** The contact's own facts changed. */
    CONTACT,
    /** Its company's facts changed. */
    COMPANY,
    /** A deal of its own changed. */
    DEAL,
    /** An engagement of its own changed. */
    ENGAGEMENT,
    /** It was linked to, or unlinked from, a company, deal or engagement. */
    ASSOCIATION,
    /** Somebody else changed a score property in HubSpot. */
    OVERWRITTEN,
    /** Time passed, and its recency fell. */
    TIME,
    /** Another weight set is live. */
    WEIGHTS,
    /** Another contact was merged into it. */
    MERGED,
    /** HubSpot refused its last update. */
    REJECTED_BEFORE,
    /** Somebody asked for it. */
    REQUESTED,
    /** The AI answered. */
    ANALYSED
}
