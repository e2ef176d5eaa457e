package io.leadscore.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How many actions of a kind were given up, or are unknown, for the same reason.
 *
 * @param state {@code FAILED} or {@code UNKNOWN}
 * @param sentence why; null: nobody said
 */
public record GivenUp(
        ActionKind kind, ActionState state, @Nullable String sentence, long actions) {}
