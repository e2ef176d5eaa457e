package io.leadscore.ledger;

import io.leadscore.scoring.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A lead as rules see it now.
 *
 * @param known where it stands, and what was done about it
 * @param points of its score, 0 to 100
 * @param priority of its score
 * @param ownerId its contact's owner; null when it has none
 */
public record LeadStanding(
        KnownStanding known,
        int points,
        Priority priority,
        @Nullable Long ownerId) {

    public long contactId() {
        return known.standing().contactId();
    }
}
