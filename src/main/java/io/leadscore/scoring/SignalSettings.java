package io.leadscore.scoring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a built-in signal counts.
 *
 * @param weight the signal's share of its component, in percent; 0 switches it off
 * @param neutral the value, from 0 to 1, that stands in for missing data and that separates reasons for from reasons
 *     against
 * @param cap how many give the full value; more give no more
 * @param halfLife after which time something counts half
 */
public record SignalSettings(
        double weight,
        double neutral,
        @Nullable Double cap,
        @Nullable Duration halfLife) {

    public SignalSettings {
        Check.percent(weight, "weight");
        Check.share(neutral, "neutral");
        if (cap != null) {
            Check.positive(cap, "cap");
        }
        if (halfLife != null) {
            Check.positive(halfLife, "half-life");
        }
    }
}
