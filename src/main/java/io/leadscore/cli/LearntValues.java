package io.leadscore.cli;

import io.leadscore.lead.Pseudonym;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What deals say of the values of one of the account's own properties. */
final class LearntValues {

    private LearntValues() {}

    /**
     * A value, or a band of numbers.
     *
     * @param label as people read it
     * @param counts what its closed deals add up to
     * @param trend the win rate that is expected of it before its own deals are looked at, as a multiple of the account's
     */
    record Value(String label, Counts counts, double trend) {}

    static String dimension(CustomSignal signal) {
        return CohortScheme.dimension(signal);
    }

    /** Bands in their order; then values, and whoever has none. */
    static List<Value> of(Dimension dimension) {
        List<Double> cuts = dimension.cuts() == null ? List.of() : dimension.cuts();
        Map<String, Double> trends = dimension.trend() == null ? Map.of() : dimension.trend();
        List<Value> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int band = 0; !cuts.isEmpty() && band <= cuts.size(); band++) {
            String key = CohortScheme.band(band);
            seen.add(key);
            values.add(new Value(label(cuts, band), dimension.of(key), trends.getOrDefault(key, 1.0)));
        }
        dimension.values().forEach((key, counts) -> {
            if (seen.add(key)) {
                values.add(new Value(Pseudonym.shown(key), counts, trends.getOrDefault(key, 1.0)));
            }
        });
        return values;
    }

    private static String label(List<Double> cuts, int band) {
        if (band == 0) {
            return "below " + plain(cuts.get(0));
        }
        String from = plain(cuts.get(band - 1));
        return band == cuts.size() ? from + " and more" : from + " to below " + plain(cuts.get(band));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
