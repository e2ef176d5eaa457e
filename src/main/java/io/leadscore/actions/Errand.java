package io.leadscore.actions;

import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import org.jspecify.annotations.Nullable;

/**
 * An action with what the settings say of it: what a carrier is to do.
 *
 * @param action the action, with the move that set it off
 * @param step what is to be done
 */
record Errand(QueuedAction action, Step step) {

    long id() {
        return action.id();
    }

    long contactId() {
        return action.contactId();
    }

    String marker() {
        return action.marker();
    }

    Crossing crossing() {
        return action.crossing();
    }

    /** Whose lead it is, also after an assignment of the same move; null: nobody's. */
    @Nullable
    Long ownerId() {
        return action.crossing().ownerId();
    }
}
