package io.leadscore.scoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well each value of an enumeration fits the ideal client, from 0 to 1.
 *
 * @param values the fit of the values that are listed, by HubSpot's internal value
 * @param others the fit of a known value that is not listed
 */
public record Preferences(Map<String, Double> values, double others) {

    public Preferences {
        values = Check.options(values, "values");
        values.forEach((value, fit) -> Check.share(fit, "values." + value));
        Check.share(others, "others");
    }

    /** The fit of a known value. */
    double of(String value) {
        Double fit = values.get(value);
        return fit == null ? others : fit;
    }

    boolean lists(@Nullable String value) {
        return value != null && values.containsKey(value);
    }
}
