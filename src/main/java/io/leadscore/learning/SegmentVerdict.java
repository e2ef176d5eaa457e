package io.leadscore.learning;

import org.jspecify.annotations.Nullable;

/**
 * Whether a segment is scored by weights of its own, and why.
 *
 * @param segment its name
 * @param own whether it is; else by the common weights
 * @param why in a sentence
 * @param won its won deals
 * @param lost its lost deals
 * @param judgedDeals how many of its newest deals both were judged on; 0: they were not
 * @param ownRocAuc of its own weights on these, 0 to 1; null: not judged
 * @param commonRocAuc of the common ones, 0 to 1; null: not judged
 * @param logLossSaved by its own against the common ones; null: not judged
 */
public record SegmentVerdict(
        String segment,
        boolean own,
        String why,
        long won,
        long lost,
        int judgedDeals,
        @Nullable Double ownRocAuc,
        @Nullable Double commonRocAuc,
        @Nullable Double logLossSaved) {

    /** The common weights, without a trial. */
    static SegmentVerdict untried(String segment, int won, int lost, String why) {
        return new SegmentVerdict(segment, false, why, won, lost, 0, null, null, null);
    }

    /** The same where points are no odds, so that own ones could not be compared with the others'. */
    SegmentVerdict withoutOdds() {
        return own
                ? new SegmentVerdict(
                        segment,
                        false,
                        "points are no odds yet, as the leads in the queue are too few or too much alike",
                        won,
                        lost,
                        judgedDeals,
                        ownRocAuc,
                        commonRocAuc,
                        logLossSaved)
                : this;
    }
}
