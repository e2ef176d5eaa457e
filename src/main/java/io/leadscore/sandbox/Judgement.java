package io.leadscore.sandbox;

/**
 * What the model says on one criterion.
 *
 * @param confidence in [0, 1]
 */
record Judgement(FitBand band, String reason, double confidence) {

    static final Judgement UNKNOWN = new Judgement(FitBand.NEUTRAL, "unknown", 0.3);

    Judgement withConfidence(double value) {
        return new Judgement(band, reason, value);
    }
}
