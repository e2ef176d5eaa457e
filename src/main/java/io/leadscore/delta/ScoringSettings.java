package io.leadscore.delta;

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
 */
public record ScoringSettings(
        @Nullable Long portalId, String tokenFingerprint, String modelVersion, ScoringProfile profile) {

    /** Whether a weight set says what these settings ask for. */
    boolean isAskedOf(WeightSet weights) {
        return weights.profile().fingerprint().equals(profile.fingerprint())
                && weights.modelVersion().equals(modelVersion);
    }
}
