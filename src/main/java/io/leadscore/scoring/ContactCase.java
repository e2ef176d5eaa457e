package io.leadscore.scoring;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact told as a deal, where contacts succeed: made when the contact became known, won when it succeeded, however
 * late; of one that has not, lost when the horizon had passed, open until then.
 */
public final class ContactCase {

    private ContactCase() {}

    /**
     * The case of a contact.
     *
     * @param succeededAt when the contact succeeded; null: it has not
     * @param now what is later has not passed yet
     */
    public static DealFacts of(
            long contactId, Instant createdAt, @Nullable Instant succeededAt, Duration horizon, Instant now) {
        Instant end = createdAt.plus(horizon);
        boolean won = succeededAt != null && !succeededAt.isAfter(now);
        Instant closedAt = won ? succeededAt : end.isAfter(now) ? null : end;
        Outcome outcome = won ? Outcome.WON : closedAt == null ? Outcome.OPEN : Outcome.LOST;
        return new DealFacts(
                // No deal has such an id.
                -contactId,
                createdAt,
                closedAt == null ? createdAt : closedAt,
                null,
                closedAt,
                null,
                null,
                null,
                outcome,
                null,
                Map.of());
    }
}
