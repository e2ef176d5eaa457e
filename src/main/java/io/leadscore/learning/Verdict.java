package io.leadscore.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * What becomes of a candidate.
     *
     * @param evaluation null: the newest deals are too few to judge by
     * @param doubt why the candidate is doubted as a whole; null: it is not
     */
    static Verdict of(RecalibrationOptions options, @Nullable Evaluation evaluation, @Nullable String doubt) {
        if (doubt != null) {
            return new Verdict(Decision.KEEP, List.of(doubt));
        }
        if (evaluation == null) {
            return new Verdict(Decision.KEEP, List.of("The newest deals are too few of either kind to judge by."));
        }
        Verdict verdict = Judge.decide(options.promotion(), evaluation);
        return verdict.decision() == Decision.PROMOTE && !options.shadow().isZero()
                ? new Verdict(Decision.SHADOW, verdict.reasons())
                : verdict;
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
