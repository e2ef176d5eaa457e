package io.leadscore.delta;

import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import org.jspecify.annotations.Nullable;

/**
 * What leads are scored by.
 *
 * @param portalId the account that the token must belong to; null = whichever it belongs to
 * @param tokenFingerprint tells tokens and addresses apart without keeping them
 * @param modelVersion what {@code ai_model_version} begins with
 * @param profile what {@code jobs/scoring-profile.yml} says
 * @param ai which AI judges fit; null: none, and what one once said still holds
 */
public record ScoringSettings(
        @Nullable Long portalId,
        String tokenFingerprint,
        String modelVersion,
        ScoringProfile profile,
        @Nullable AiChoice ai) {

    /** Whether a weight set says what these settings ask for. */
    boolean isAskedOf(WeightSet weights) {
        return isAskedWithoutAi(weights) && (ai == null || isTold(ai, weights));
    }

    /** The same but for the AI. */
    boolean isAskedWithoutAi(WeightSet weights) {
        return weights.profile().fingerprint().equals(profile.fingerprint())
                && weights.modelVersion().equals(modelVersion);
    }

    private static boolean isTold(AiChoice ai, WeightSet weights) {
        AiContext context = weights.ai();
        return context != null && context.choice().equals(ai);
    }
}
