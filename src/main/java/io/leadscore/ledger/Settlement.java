package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action that was sent.
 *
 * @param id the action's number in the outbox
 * @param state how far it is now; {@code SENT} when that is still not known
 * @param attempts how often it failed so far
 * @param triedAt when it last counted as an attempt; null: never
 * @param dueAt not to be done again before; null: as it was
 * @param hubspotId what HubSpot calls the result
 * @param code what went wrong, in a word; null: nothing
 * @param sentence what went wrong, never in words of the CRM
 */
public record Settlement(
        long id,
        ActionState state,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Instant dueAt,
        @Nullable String hubspotId,
        @Nullable String code,
        @Nullable String sentence) {}
