package io.leadscore.scoring;

/**
 * Deals that were created at least one horizon ago, so that all of them had the same time to be won. Whatever closed
 * lately is a biased sample: wins close early, losses are known late.
 *
 * @param deals all of them: won, lost or still open
 * @param won those that were won within one horizon of their creation
 */
public record Matured(int deals, int won) {

    public Matured {
        Check.require(won >= 0 && won <= deals, "won must be between 0 and deals, not " + won);
    }
}
