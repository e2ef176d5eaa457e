package io.leadscore.recalibration;

import io.leadscore.learning.RecalibrationOptions;
import io.leadscore.ledger.PrimaryContact;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;

/**
 * How the weekly job works.
 *
 * @param retrainInterval from one run to the next
 * @param options how it learns and judges
 * @param primaryContact which of a deal's contacts speaks for it
 * @param modelVersion what {@code ai_model_version} begins with
 * @param profile what {@code jobs/scoring-profile.yml} says
 */
public record RecalibrationSettings(
        Duration retrainInterval,
        RecalibrationOptions options,
        PrimaryContact primaryContact,
        String modelVersion,
        ScoringProfile profile) {

    /** Whether a weight set says what these settings ask for. */
    boolean isAskedOf(WeightSet weights) {
        return weights.modelVersion().equals(modelVersion)
                && weights.profile().fingerprint().equals(profile.fingerprint());
    }
}
