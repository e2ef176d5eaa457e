package io.leadscore.ledger;

import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitProfile;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking about a fit profile.
 *
 * @param profile the profile
 * @param analysis what the AI said; null unless it answered
 * @param outcome whether it answered
 */
public record Answered(FitProfile profile, @Nullable FitAnalysis analysis, Outcome outcome) {

    /** What the AI did. */
    public enum Outcome {
        ANSWERED,
        REFUSED,
        /** It answered in another form than it was asked for. */
        BROKEN
    }

    public Answered {
        if ((analysis == null) == (outcome == Outcome.ANSWERED)) {
            throw new IllegalArgumentException("an answer has an analysis, and nothing else has");
        }
    }
}
