package io.leadscore.learning;

import io.leadscore.lead.Lead;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Segment;
import io.leadscore.scoring.Segmentation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many leads in the queue are of which segment.
 *
 * @param leads by segment, in their order
 * @param inNone how many are of none
 * @param inSeveral how many meet the conditions of several, so that the order of these decides
 */
public record SegmentLeads(Map<String, Long> leads, long inNone, long inSeveral) {

    /** In a sentence. */
    public String sentence() {
        return "Leads in the queue by segment: "
                + leads.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "))
                + "; in none " + inNone + ". "
                + (inSeveral == 0
                        ? "No lead meets the conditions of several."
                        : "Of them " + inSeveral + " meet the conditions of several segments and are of the first.");
    }

    /** Counts leads. Not thread-safe. */
    public static final class Builder {

        private final Segmentation segmentation;
        private final Map<String, Long> leads = new LinkedHashMap<>();
        private long inNone;
        private long inSeveral;

        /** Counts by a profile's segments. */
        public Builder(ScoringProfile profile) {
            this.segmentation = new Segmentation(profile);
            segmentation.segments().forEach(segment -> leads.put(segment.name(), 0L));
        }

        /** Counts a lead in the queue. */
        public void add(Lead lead) {
            int segment = segmentation.of(lead);
            if (segment == Segmentation.NONE) {
                inNone++;
                return;
            }
            Segment found = segmentation.segments().get(segment);
            leads.merge(found.name(), 1L, Long::sum);
            inSeveral += segmentation.isAmbiguous(lead) ? 1 : 0;
        }

        /** What was counted. */
        public SegmentLeads build() {
            return new SegmentLeads(leads, inNone, inSeveral);
        }
    }
}
