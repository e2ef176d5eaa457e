package io.leadscore.ledger;

import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A score as it was.
 *
 * @param scoredAt when it became so
 * @param executionId the job execution that found it so
 * @param points 0 to 100
 * @param causes why it was computed
 * @param modelVersion label of the weight set
 * @param weightSetId with this weight set, {@code signals} give the score again
 * @param signals each signal's value in [0, 1], in the order of the explanation; null: data was missing
 */
public record HistoryEntry(
        Instant scoredAt,
        long executionId,
        int points,
        Priority priority,
        Priority fit,
        CloseProbability probability,
        NextBestAction action,
        Set<Cause> causes,
        String modelVersion,
        long weightSetId,
        Map<String, @Nullable Double> signals) {

    public HistoryEntry {
        causes = Set.copyOf(causes);
        signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
    }
}
