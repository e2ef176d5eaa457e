package io.leadscore.cli;

import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.Dimension;
import io.leadscore.scoring.SegmentModel;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a weight set's weights. */
final class WeightTables {

    /** So many signals of a segment are named. */
    private static final int MOST = 5;

    private WeightTables() {}

    static Grid components(WeightSet weights) {
        Grid grid = new Grid("COMPONENT", "WEIGHT", "AS DECLARED");
        ComponentWeights declared = weights.profile().weights();
        for (Component component : Component.values()) {
            grid.row(component.key(), percent(weights.spread().of(component)), percent(declared.of(component)));
        }
        return grid;
    }

    /** The segments that have weights of their own, with the signals that count most there. */
    static Grid ofSegments(WeightSet weights) {
        Grid grid = new Grid("SEGMENT", "MEAN RATE", "COUNT MOST");
        for (SegmentModel own : weights.segmentModels()) {
            WeightSet its = own.in(weights);
            grid.row(
                    own.segment(),
                    EvaluationTables.percent(own.calibration().baseRate()),
                    SignalReader.signals(weights.profile()).stream()
                            .sorted(Comparator.comparingDouble(signal -> -its.mostPoints(signal)))
                            .limit(MOST)
                            .map(signal ->
                                    signal.name() + " " + String.format(Locale.ROOT, "%.1f", its.mostPoints(signal)))
                            .collect(Collectors.joining(", ")));
        }
        return grid;
    }

    /** The signals of each component, those that count most first. */
    static Grid signals(WeightSet weights) {
        Map<String, Double> declared = WeightSet.defaultWeights(weights.profile());
        Map<String, ValueRange> ranges = weights.ranges() == null ? Map.of() : weights.ranges();
        Grid grid = new Grid("COMPONENT", "SIGNAL", "KIND", "SHARE", "AS DECLARED", "MOST POINTS", "STRETCHED FROM");
        for (SignalKey signal : sorted(weights)) {
            double share = share(weights, signal.name());
            ValueRange range = ranges.get(signal.name());
            grid.row(
                    signal.component().key(),
                    signal.name(),
                    kind(weights, signal.name()),
                    percent(share),
                    percent(declared.getOrDefault(signal.name(), 0.0)),
                    String.format(Locale.ROOT, "%.1f", weights.mostPoints(signal)),
                    range == null
                            ? "-"
                            : EvaluationTables.two(range.floor()) + " to " + EvaluationTables.two(range.ceiling()));
        }
        return grid;
    }

    static List<SignalKey> sorted(WeightSet weights) {
        return SignalReader.signals(weights.profile()).stream()
                .sorted(Comparator.comparing(SignalKey::component)
                        .thenComparing(signal -> -share(weights, signal.name()))
                        .thenComparing(SignalKey::name))
                .toList();
    }

    static double share(WeightSet weights, String signal) {
        return weights.signalWeights().getOrDefault(signal, 0.0);
    }

    private static String kind(WeightSet weights, String signal) {
        if (Arrays.stream(BuiltIn.values()).anyMatch(builtIn -> builtIn.key().equals(signal))) {
            return "built-in";
        }
        return weights.profile().customSignals().stream()
                .filter(custom -> custom.name().equals(signal))
                .map(custom -> "custom " + custom.kind().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("custom");
    }

    /** What deals say of the account's own properties, where that is learnt. */
    static Grid learnt(WeightSet weights) {
        double average = (double) weights.cohorts().total().won()
                / weights.cohorts().total().deals();
        Grid grid = new Grid("SIGNAL", "VALUE", "DEALS", "WON", "WIN RATE", "EXPECTED", "EXPECTATION WORTH", "ODDS");
        for (CustomSignal signal : weights.profile().customSignals()) {
            Dimension dimension = weights.cohorts().dimensions().get(LearntValues.dimension(signal));
            if (dimension == null || dimension.cuts() == null) {
                continue;
            }
            LearntValues.of(dimension)
                    .forEach(value -> grid.row(
                            signal.name(),
                            value.label(),
                            Numbers.grouped(value.counts().deals()),
                            Numbers.grouped(value.counts().won()),
                            EvaluationTables.share(
                                    value.counts().won(), value.counts().deals()),
                            EvaluationTables.percent(average * value.trend()),
                            String.format(Locale.ROOT, "%.0f deals", dimension.priorStrength()),
                            value.odds() == null ? "" : String.format(Locale.ROOT, "x %.2f", value.odds())));
        }
        return grid;
    }

    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** Names of all signals of several weight sets, in the order of the first that has them. */
    static List<SignalKey> all(WeightSet... sets) {
        return Stream.of(sets)
                .flatMap(set -> SignalReader.signals(set.profile()).stream())
                .distinct()
                .sorted(Comparator.comparing(SignalKey::component))
                .toList();
    }
}
