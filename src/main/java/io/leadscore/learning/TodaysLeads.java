package io.leadscore.learning;

import io.leadscore.lead.Lead;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.SegmentModel;
import io.leadscore.scoring.WeightSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Levels the chances of a weight set and draws its scale by the leads of today, each of which is read once: what they are
 * foretold from depends on neither. Where segments have weights of their own, all leads together draw one scale. Gathers
 * the leads; not thread-safe.
 */
public final class TodaysLeads {

    private final WeightSet weights;
    private final LeadScorer scorer;
    private final Levelling common;

    /** By the segments' own weights; null: none has any. */
    private final @Nullable Levelling segmented;

    private final SegmentLeads.Builder segments;

    /**
     * The leads as a weight set reads them.
     *
     * @param insights what the AI said under the weight set's context
     */
    public TodaysLeads(WeightSet weights, FitInsights insights) {
        this.weights = weights;
        List<SegmentModel> own = weights.segmentModels();
        WeightSet alike = own.isEmpty() ? weights : weights.withSegments(List.of());
        this.scorer = new LeadScorer(alike, insights);
        this.common = new Levelling(alike, List.of(), insights);
        this.segmented = own.isEmpty() ? null : new Levelling(alike, own, insights);
        this.segments = new SegmentLeads.Builder(weights.profile());
    }

    /** Adds a lead of today. */
    public void add(Lead lead) {
        boolean queued = scorer.isInQueue(lead);
        // Where contacts succeed, who has succeeded is none of those that may.
        boolean levels = queued || !weights.profile().outcome().kind().isOfContacts();
        common.add(lead, levels, queued);
        if (segmented != null) {
            segmented.add(lead, levels, queued);
        }
        if (queued) {
            segments.add(lead);
        }
    }

    /** How many of those in the queue are of which segment. */
    public SegmentLeads segments() {
        return segments.build();
    }

    /**
     * The weight set with a close probability that holds for leads without an open deal, too, and with a scale; without
     * weights of segments where points are no odds.
     *
     * @param counted how many contacts without an open deal were won some time ago
     * @param before the scale that is kept as long as it serves; null: a new one
     */
    public WeightSet levelledAndScaled(WithoutDeal counted, @Nullable Scale before) {
        if (segmented != null) {
            WeightSet scaled = segmented.levelledAndScaled(counted, before);
            if (scaled.pointsAreOdds()) {
                return scaled;
            }
        }
        return common.levelledAndScaled(counted, before);
    }
}
