package io.leadscore.ledger;

import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.IdealProfile;
import io.leadscore.scoring.WeightSet;
import java.util.Objects;

/**
 * What an answer depends on besides the fit profile.
 *
 * @param idealVersion of the ideal client that the AI was told
 * @param promptVersion of the instructions
 * @param model as it was asked for
 */
public record AnswerKey(String idealVersion, String promptVersion, String model) {

    /** What answers depend on under a weight set that has an AI. */
    public static AnswerKey of(WeightSet weights) {
        AiContext ai = Objects.requireNonNull(weights.ai(), "the weight set has no AI");
        return new AnswerKey(
                IdealProfile.of(weights.profile(), ai.learnt()).version(),
                ai.choice().promptVersion(),
                ai.choice().model());
    }
}
