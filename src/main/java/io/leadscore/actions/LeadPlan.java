package io.leadscore.actions;

import io.leadscore.scoring.Priority;
import java.time.Instant;

/**
 * What a rule means for a lead as it stands.
 *
 * @param points of its score, 0 to 100
 * @param stands its priority for the purposes of actions
 * @param since when it came there
 * @param reason in a word
 * @param sentence why
 */
public record LeadPlan(long contactId, int points, Priority stands, Instant since, Reason reason, String sentence) {

    /** Why a rule does, or does not do, something for a lead. */
    public enum Reason {
        /** It did, or has it in the outbox. */
        ACTED,
        /** It will as soon as the lead moves so. */
        READY,
        /** The lead is there, and did not come there by a move that counts. */
        SILENT,
        /** It rests after what it last did. */
        COOLING_DOWN,
        /** The lead is in the holdout. */
        HELD_OUT,
        /** The contact has an owner, or none, and the rule is about the others. */
        OWNER
    }
}
