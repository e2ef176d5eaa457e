package io.leadscore.ledger;

import io.leadscore.scoring.Score;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A score to be remembered, and what HubSpot knows of it.
 *
 * @param score the score
 * @param causes why it was computed
 * @param scoredAt when the score last changed, which is what {@code ai_scored_at} says
 * @param properties the score properties as last written to HubSpot, by internal name
 * @param hubspotUpdatedAt when HubSpot says that it took them; null when it has not yet
 * @param takenBack how often in a row our values were written again because somebody else had changed them
 */
public record ScoreEntry(
        Score score,
        Set<Cause> causes,
        Instant scoredAt,
        Map<String, String> properties,
        @Nullable Instant hubspotUpdatedAt,
        int takenBack) {

    public ScoreEntry {
        causes = Set.copyOf(causes);
        properties = Map.copyOf(properties);
    }
}
