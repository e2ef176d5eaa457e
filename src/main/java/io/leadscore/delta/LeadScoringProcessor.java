package io.leadscore.delta;

import io.leadscore.ledger.Cause;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Score;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Scores a touched lead and finds what HubSpot does not have yet. It never filters: the writer has to clear the touch
 * of an unchanged lead, too. Thread-safe.
 */
final class LeadScoringProcessor implements ItemProcessor<LeadToScore, ScoredLead> {

    private final LeadScorer scorer;
    private final @Nullable LeadScorer shadow;

    /** @param shadow scores beside it, for comparison only; null: nothing does */
    LeadScoringProcessor(LeadScorer scorer, @Nullable LeadScorer shadow) {
        this.scorer = scorer;
        this.shadow = shadow;
    }

    @Override
    public ScoredLead process(LeadToScore item) {
        if (item.lead() == null) {
            return new ScoredLead(item.touched(), null, null, null, item.written(), Map.of(), Map.of());
        }
        Score score = scorer.score(item.lead());
        WrittenScore written = item.written();
        Map<String, String> properties = ScoreProperties.of(score, ScoreProperties.scoredAt(score, written));
        boolean overwritten = item.touched().causes().contains(Cause.OVERWRITTEN);
        return new ScoredLead(
                item.touched(),
                item.lead(),
                score,
                shadow == null ? null : shadow.score(item.lead()),
                written,
                properties,
                overwritten ? properties : ScoreProperties.differing(properties, written));
    }
}
