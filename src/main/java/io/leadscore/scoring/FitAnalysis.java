package io.leadscore.scoring;

import java.util.Map;

/**
 * What the AI says of a fit profile.
 *
 * @param model the model that said it, by its own name
 * @param judgements one for each criterion
 */
public record FitAnalysis(String model, Map<Criterion, Judgement> judgements) {

    public FitAnalysis {
        judgements = Map.copyOf(judgements);
        for (Criterion criterion : Criterion.values()) {
            Check.present(judgements.get(criterion), criterion.key());
        }
    }

    /** What is said of one criterion. */
    public Judgement of(Criterion criterion) {
        return Check.present(judgements.get(criterion), criterion.key());
    }
}
