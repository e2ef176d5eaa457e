package io.leadscore.recalibration;

import io.leadscore.learning.RecalibrationOptions;
import io.leadscore.ledger.PrimaryContact;
import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the weekly job works.
 *
 * @param retrainInterval from one run to the next
 * @param afterFirstSync whether the first run follows a first sync at once, if that brought deals enough
 * @param options how it learns and judges
 * @param primaryContact which of a deal's contacts speaks for it
 * @param modelVersion what {@code ai_model_version} begins with
 * @param profile what {@code jobs/scoring-profile.yml} says
 * @param profileFile where that file is, or would have to be
 * @param ai which AI judges fit; null: none, and what one once said still holds
 */
public record RecalibrationSettings(
        Duration retrainInterval,
        boolean afterFirstSync,
        RecalibrationOptions options,
        PrimaryContact primaryContact,
        String modelVersion,
        ScoringProfile profile,
        Path profileFile,
        @Nullable AiChoice ai) {

    /** Whether a weight set says what these settings ask for. */
    boolean isAskedOf(WeightSet weights) {
        return weights.modelVersion().equals(modelVersion)
                && weights.profile().fingerprint().equals(profile.fingerprint());
    }
}
