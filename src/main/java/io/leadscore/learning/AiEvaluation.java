package io.leadscore.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the AI adds anything to what is foretold of deals without it. Two models are learnt from the earlier deals whose
 * lead the AI sees, with and without its signals, and judged on the later ones. Immutable.
 *
 * @param worth what that came to
 * @param seen how many closed deals have a lead that the AI sees, as it was when the deal was made
 * @param seenWon how many of them were won
 * @param judged how many deals both were judged on
 * @param judgedWon how many of them were won
 * @param judgedFrom when the first of them was made; null where nothing was judged
 * @param without how the model without the AI did; null where nothing was judged
 * @param with how the model with it did; null where nothing was judged
 * @param rocAuc by how much the AI ranks better; null where nothing was judged
 * @param logLossSaved how much log loss the AI saves; null where nothing was judged
 */
public record AiEvaluation(
        Worth worth,
        int seen,
        int seenWon,
        int judged,
        int judgedWon,
        @Nullable Instant judgedFrom,
        @Nullable Foretold without,
        @Nullable Foretold with,
        @Nullable Difference rocAuc,
        @Nullable Difference logLossSaved) {

    /** What the AI is found to be worth. */
    public enum Worth {
        /** It foretells deals better than what is known without it, most likely. */
        ADDS,
        /** There are deals enough to see that it adds something, and it was not seen. */
        ADDS_NOTHING,
        /** Too few deals were closed whose lead the AI sees. */
        NOT_ENOUGH
    }

    /**
     * How well a model foretold.
     *
     * @param rocAuc area under the ROC curve, with its interval
     * @param logLoss mean surprise in nats, with its interval
     */
    public record Foretold(Difference rocAuc, Difference logLoss) {}

    static AiEvaluation notEnough(int seen, int seenWon) {
        return new AiEvaluation(Worth.NOT_ENOUGH, seen, seenWon, 0, 0, null, null, null, null, null);
    }

    /** The finding in a sentence. */
    public String sentence() {
        return switch (worth) {
            case ADDS -> "The AI helps: " + difference() + ".";
            case ADDS_NOTHING -> "The AI does not surely help: " + difference() + ".";
            case NOT_ENOUGH ->
                "Whether the AI helps cannot be told yet: it sees the leads of " + seen + " closed deals, of which "
                        + seenWon + " were won; it takes " + AiWorth.LEAST_SEEN + ", " + AiWorth.LEAST_OF_EACH
                        + " of either kind, of enough different companies.";
        };
    }

    private String difference() {
        if (logLossSaved == null || rocAuc == null) {
            return "nothing was judged";
        }
        return "on " + judged + " deals it saves " + text(logLossSaved) + " of log loss and ranks better by "
                + text(rocAuc) + " of ROC AUC";
    }

    private static String text(Difference difference) {
        return Judge.number(difference.value()) + " (plausible from " + Judge.number(difference.low()) + " to "
                + Judge.number(difference.high()) + ")";
    }
}
