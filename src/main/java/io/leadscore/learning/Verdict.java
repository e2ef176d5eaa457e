package io.leadscore.learning;

import java.util.List;

/**
 * What becomes of a candidate.
 *
 * @param decision what
 * @param reasons why, in sentences
 */
public record Verdict(Decision decision, List<String> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** What can become of a candidate. */
    public enum Decision {
        /** It takes the incumbent's place. */
        PROMOTE,
        /** It may take the incumbent's place once it has scored beside it for a while. */
        SHADOW,
        /** The incumbent's weights stay. */
        KEEP,
        /** Too few deals are closed to learn from; the weights stay. */
        NOT_ENOUGH_DATA
    }
}
