package io.leadscore.scoring;

/**
 * The chance that a lead is won within the horizon.
 *
 * @param percent 0 to 100, one decimal
 * @param low where it begins to be plausible: the lower end of the 95 % interval, 0 to {@code percent}
 * @param high the upper end, {@code percent} to 100
 * @param enoughData whether it was learnt from enough closed deals; if not, it is no more than the base rate
 * @param resolvedDeals closed deals known when it was learnt
 */
public record CloseProbability(double percent, double low, double high, boolean enoughData, int resolvedDeals) {

    public CloseProbability {
        Check.percent(percent, "percent");
        Check.require(
                low >= 0 && low <= percent && high >= percent && high <= 100, "low and high must embrace percent");
    }
}
