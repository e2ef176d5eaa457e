package io.leadscore.scoring;

/**
 * The chance that a lead is won within the horizon.
 *
 * @param percent 0 to 100, one decimal
 * @param enoughData whether it was learnt from enough closed deals; if not, it is no more than the base rate
 * @param resolvedDeals closed deals known when it was learnt
 */
public record CloseProbability(double percent, boolean enoughData, int resolvedDeals) {

    public CloseProbability {
        Check.percent(percent, "percent");
    }
}
