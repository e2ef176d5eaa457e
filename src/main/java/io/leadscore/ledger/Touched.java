package io.leadscore.ledger;

import java.util.List;
import java.util.Set;

/**
 * A lead to be rescored.
 *
 * @param contactId the contact
 * @param causes why, never empty
 * @param sequences the touches that were read; only these are cleared, so that one that was committed meanwhile, even
 *     with a lower number, is kept
 */
public record Touched(long contactId, Set<Cause> causes, List<Long> sequences) {

    public Touched {
        causes = Set.copyOf(causes);
        sequences = List.copyOf(sequences);
    }
}
