package io.leadscore.learning;

import io.leadscore.scoring.WeightSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a profile's segments.
 *
 * @param verdicts on each, in their order; empty where there are too few deals to learn anything
 * @param leads how many leads of today each has; null where that was not looked at
 */
public record SegmentReport(
        List<SegmentVerdict> verdicts, @Nullable SegmentLeads leads) {

    public SegmentReport {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * What is known after the leads of today were looked at.
     *
     * @param before what was learnt; null: nothing
     * @param scores the weight set that is to score, on its scale; null: the one that there was goes on
     */
    public static SegmentReport counted(
            @Nullable SegmentReport before, SegmentLeads leads, @Nullable WeightSet scores) {
        List<SegmentVerdict> verdicts = before == null ? List.of() : before.verdicts();
        boolean unused = scores != null && scores.segmentModels().isEmpty();
        return new SegmentReport(
                unused ? verdicts.stream().map(SegmentVerdict::withoutOdds).toList() : verdicts, leads);
    }
}
