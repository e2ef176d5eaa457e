package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action for people to look at.
 *
 * @param id its number in the outbox
 * @param points of the lead's score when it was set off, 0 to 100
 * @param ownerId whose lead it is; null when it is nobody's
 * @param queuedAt when it was set off
 * @param dueAt not to be done before
 * @param settledAt when it was last heard of; null: never
 * @param hubspotId what HubSpot calls the result
 * @param code what went wrong, in a word; null: nothing
 * @param sentence what went wrong
 * @param decision what a person last decided about it; null: nothing
 */
public record ActionEntry(
        long id,
        long contactId,
        String rule,
        ActionKind kind,
        ActionState state,
        int points,
        @Nullable Long ownerId,
        Instant queuedAt,
        Instant dueAt,
        int attempts,
        @Nullable Instant settledAt,
        @Nullable String hubspotId,
        @Nullable String code,
        @Nullable String sentence,
        @Nullable ActionDecision decision) {}
