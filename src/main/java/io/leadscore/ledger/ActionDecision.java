package io.leadscore.ledger;

import java.time.Instant;

/**
 * What a person decided about an action.
 *
 * @param who the user's name on the machine
 */
public record ActionDecision(Verb verb, String who, Instant at) {

    /** What can be decided of an action that was given up, or is unknown. */
    public enum Verb {
        /** It is to be tried again. */
        RETRY,
        /** Somebody looked, and it is settled as it is. */
        DISMISS
    }
}
