package io.leadscore.learning;

import io.leadscore.lead.Lead;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Prospect;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Levels the chances of a weight set and draws its scale by the leads of today, each of which is read once: what they are
 * foretold from depends on neither. Gathers the leads; not thread-safe.
 */
public final class TodaysLeads {

    private final WeightSet weights;
    private final LeadScorer scorer;
    private final StateLevels levels;
    private final List<Prospect> queue = new ArrayList<>();

    /**
     * The leads as a weight set reads them.
     *
     * @param insights what the AI said under the weight set's context
     */
    public TodaysLeads(WeightSet weights, FitInsights insights) {
        this.weights = weights;
        this.scorer = new LeadScorer(weights, insights);
        this.levels = new StateLevels(weights.calibration());
    }

    /** Adds a lead of today. */
    public void add(Lead lead) {
        Prospect prospect = scorer.prospect(lead);
        boolean queued = scorer.isInQueue(lead);
        // Where contacts succeed, who has succeeded is none of those that may.
        if (queued || !weights.profile().outcome().kind().isOfContacts()) {
            levels.add(prospect);
        }
        if (queued) {
            queue.add(prospect);
        }
    }

    /**
     * The weight set with a close probability that holds for leads without an open deal, too, and with a scale.
     *
     * @param counted how many contacts without an open deal were won some time ago
     * @param before the scale that is kept as long as it serves; null: a new one
     */
    public WeightSet levelledAndScaled(WithoutDeal counted, @Nullable Scale before) {
        WeightSet levelled = weights.withCalibration(levels.found(counted), weights.scale());
        return levelled.withScale(new ScaleLearner(levelled, queue).learn(before));
    }
}
