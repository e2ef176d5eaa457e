package io.leadscore.scoring;

/**
 * What the AI says of one criterion.
 *
 * @param band how well it fits
 * @param reason why
 * @param confidence how sure the AI is, 0 to 1
 */
public record Judgement(FitBand band, FitReason reason, double confidence) {

    public Judgement {
        Check.share(confidence, "confidence");
    }
}
