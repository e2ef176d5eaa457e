package io.leadscore.ledger;

/** How many actions of a kind are how far. */
public record ActionCount(ActionKind kind, ActionState state, long actions) {}
