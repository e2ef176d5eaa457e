package io.leadscore.ledger;

/** How far an action is. */
public enum ActionState {
    /** In line until its owner has room for another High lead. */
    WAITING,
    /** To be done, at once or at a set time. */
    PENDING,
    /** Told to HubSpot, and not yet known whether it was done. */
    SENT,
    /** Done. */
    DONE,
    /** Given up: refused for good, or too often. */
    FAILED,
    /** Perhaps done, perhaps not, and nobody can find out; never repeated by itself. */
    UNKNOWN,
    /** Not done, because its reason went away. */
    CANCELLED,
    /** Given up or unknown, and settled by a person who looked. */
    DISMISSED,
    /** Set off by other weights alone, and kept until the best leads of the run are chosen. */
    HELD
}
