package io.leadscore.scoring;

/**
 * Which AI judges fit, as the operator chose it.
 *
 * @param model the model's name
 * @param promptVersion of the instructions that it is given
 * @param embeddingModel the model that turns profiles into vectors
 * @param minConfidence from which confidence on, 0 to 1, a judgement counts
 */
public record AiChoice(String model, String promptVersion, String embeddingModel, double minConfidence) {

    public AiChoice {
        Check.share(minConfidence, "min-confidence");
    }
}
