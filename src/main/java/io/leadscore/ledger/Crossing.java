package io.leadscore.ledger;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move of a lead that set something off, as it was then.
 *
 * @param sequence which of the lead's moves it is, from 1
 * @param pointsBefore of the score before; null when there was none
 * @param priorityBefore where the lead stood before; null when nowhere
 * @param ownerId the contact's owner, or the one it was given since; null while it has none
 * @param country ISO 3166-1 alpha-2 code, the company's or else the contact's
 * @param region code of the state or province within the country, such as {@code CA}
 * @param employees of the company
 * @param reasons why the score is what it is, in sentences of our own
 */
public record Crossing(
        long contactId,
        long sequence,
        Instant at,
        long executionId,
        @Nullable Integer pointsBefore,
        @Nullable Priority priorityBefore,
        int points,
        Priority priority,
        NextBestAction action,
        @Nullable Long ownerId,
        @Nullable String country,
        @Nullable String region,
        @Nullable Long employees,
        List<String> reasons) {

    public Crossing {
        reasons = List.copyOf(reasons);
    }
}
