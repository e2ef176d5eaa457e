package io.leadscore.learning;

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
}
