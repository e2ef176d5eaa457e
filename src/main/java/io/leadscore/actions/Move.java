package io.leadscore.actions;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import org.jspecify.annotations.Nullable;

/**
 * How a lead moved, for the purposes of actions.
 *
 * @param from its priority before; null when it stood nowhere
 * @param to its priority now
 * @param actionBefore its next best action before; null when it stood nowhere
 * @param action its next best action now
 * @param owned whether its contact has an owner
 */
record Move(
        @Nullable Priority from,
        Priority to,
        @Nullable NextBestAction actionBefore,
        NextBestAction action,
        boolean owned) {

    /** Whether it came to another priority, or to its first. */
    boolean entered() {
        return from != to;
    }

    /** Whether its next best action is another one, or its first. */
    boolean actionChanged() {
        return actionBefore != action;
    }

    boolean isNone() {
        return !entered() && !actionChanged();
    }

    boolean enteredHigh() {
        return entered() && to == Priority.HIGH;
    }

    boolean leftHigh() {
        return entered() && from == Priority.HIGH;
    }
}
