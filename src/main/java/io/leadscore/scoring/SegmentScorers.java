package io.leadscore.scoring;

import io.leadscore.lead.Lead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which scorer a lead is scored by: its segment's own or, where there is none, the common one. Immutable; safe for use by
 * several threads.
 */
final class SegmentScorers {

    private final Segmentation segmentation;
    private final List<@Nullable LeadScorer> own = new ArrayList<>();

    SegmentScorers(WeightSet weights, FitInsights insights) {
        this.segmentation = new Segmentation(weights.profile());
        for (Segment segment : segmentation.segments()) {
            WeightSet ofSegment = weights.pointsAreOdds() ? weights.ofSegment(segment.name()) : null;
            own.add(ofSegment == null ? null : new LeadScorer(ofSegment, insights, null));
        }
    }

    /** The index of the lead's segment, or {@link Segmentation#NONE}. */
    int segment(Lead lead) {
        return segmentation.of(lead);
    }

    /** By what leads of a segment are scored. */
    LeadScorer of(int segment, LeadScorer common) {
        LeadScorer found = segment == Segmentation.NONE ? null : own.get(segment);
        return found == null ? common : found;
    }

    /** Which segment a lead is of, and by which weights it is scored: a contribution without points. */
    Contribution contribution(int segment) {
        if (segment == Segmentation.NONE) {
            return Rules.segment("in no segment: by the common weights");
        }
        String name = segmentation.segments().get(segment).name();
        return Rules.segment(
                own.get(segment) == null
                        ? "in segment " + name + ": by the common weights, for it has none of its own"
                        : "in segment " + name + ": by its own weights");
    }
}
