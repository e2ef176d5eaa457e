package io.leadscore.cli;

import io.leadscore.lead.Pseudonym;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.Dimension;
import io.leadscore.scoring.Effects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What deals say of the values of one of the account's own properties. */
final class LearntValues {

    private LearntValues() {}

    /**
     * A value, or a band of numbers.
     *
     * @param label as people read it
     * @param counts what its closed deals add up to
     * @param trend the win rate that is expected of it before its own deals are looked at, as a multiple of the account's
     * @param odds how many times the odds a lead of this value has, all else being equal; null: that is not learnt
     */
    record Value(
            String label,
            Counts counts,
            double trend,
            @Nullable Double odds) {}

    static String dimension(CustomSignal signal) {
        return CohortScheme.dimension(signal);
    }

    /** Bands in their order; then values, and whoever has none. */
    static List<Value> of(Dimension dimension) {
        List<Double> cuts = dimension.cuts() == null ? List.of() : dimension.cuts();
        List<Value> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int band = 0; !cuts.isEmpty() && band <= cuts.size(); band++) {
            String key = CohortScheme.band(band);
            seen.add(key);
            values.add(value(label(cuts, band), key, dimension));
        }
        dimension.values().forEach((key, counts) -> {
            if (seen.add(key)) {
                values.add(value(Pseudonym.shown(key), key, dimension));
            }
        });
        return values;
    }

    private static Value value(String label, String key, Dimension dimension) {
        Map<String, Double> trends = dimension.trend() == null ? Map.of() : dimension.trend();
        Effects effects = dimension.effects();
        Double logOdds = effects == null ? null : effects.logOdds().get(key);
        return new Value(
                label,
                dimension.of(key),
                trends.getOrDefault(key, 1.0),
                logOdds == null ? null : StrictMath.exp(logOdds));
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
