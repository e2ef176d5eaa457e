package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action as it lies in the outbox.
 *
 * @param id its number in the outbox
 * @param crossing the move that set it off
 * @param rule name of the rule that says so
 * @param step which of the rule's steps, from 0
 * @param marker tells it from every other, wherever it leaves a trace
 * @param attempts how often it failed
 * @param triedAt when it last counted as an attempt
 * @param sentAt when it was last sent
 * @param claim token of the call that it was last sent with
 * @param assignee whom the lead is to be assigned to, once that is decided; of {@link ActionKind#ASSIGN} only
 */
public record QueuedAction(
        long id,
        Crossing crossing,
        String rule,
        int step,
        ActionKind kind,
        String marker,
        ActionState state,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Instant sentAt,
        @Nullable String claim,
        @Nullable Long assignee) {

    public long contactId() {
        return crossing.contactId();
    }

    /** The same action, sent with a claim. */
    public QueuedAction withClaim(String token) {
        return new QueuedAction(
                id, crossing, rule, step, kind, marker, state, attempts, triedAt, sentAt, token, assignee);
    }

    /** The same action, to be assigned to somebody. */
    public QueuedAction withAssignee(long ownerId) {
        return new QueuedAction(
                id, crossing, rule, step, kind, marker, state, attempts, triedAt, sentAt, claim, ownerId);
    }
}
