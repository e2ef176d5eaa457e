package io.leadscore.scoring;

import org.jspecify.annotations.Nullable;

/**
 * All that AI adds to a lead's fit.
 *
 * @param analysis what the model said of the lead's fit profile; null where the rules have to do
 * @param gap why there is no analysis; ignored where there is one
 * @param lookAlike how much the lead is like won rather than lost customers, 0 to 1; NaN where that is not known
 */
public record FitInsight(@Nullable FitAnalysis analysis, Gap gap, double lookAlike) {

    /** Nothing, for there is no AI. */
    public static final FitInsight OFF = new FitInsight(null, Gap.OFF, Signal.MISSING);

    /** Nothing, for what the AI is told was learnt later. */
    static final FitInsight LEARNT_LATER = new FitInsight(null, Gap.LEARNT_LATER, Signal.MISSING);

    /** Nothing yet. */
    public static final FitInsight NOT_YET = new FitInsight(null, Gap.NOT_YET, Signal.MISSING);

    /** Why the rules have to do. */
    public enum Gap {
        OFF("no AI is configured"),
        NOT_YET("the AI has not answered yet"),
        REFUSED("the AI refused to answer"),
        BROKEN("the AI's answer could not be used"),
        LEARNT_LATER("what the AI is told was learnt later");

        private final String words;

        Gap(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether the AI says anything. */
    public boolean isKnown() {
        return analysis != null || !Double.isNaN(lookAlike);
    }
}
