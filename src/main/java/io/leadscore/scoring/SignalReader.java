package io.leadscore.scoring;

import io.leadscore.lead.Lead;
import io.leadscore.lead.TrackRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the values of signals, as {@link LeadScorer} does, for whoever learns from them. Immutable; safe for use by
 * several threads.
 */
public final class SignalReader {

    private final WeightSet weights;
    private final TimeSteps steps;
    private final List<Signal> signals;
    private final FitInsights insights;

    /**
     * Reads by a weight set's profile, cohorts and time of counting.
     *
     * @param insights what the AI said under the weight set's context
     */
    public SignalReader(WeightSet weights, FitInsights insights) {
        this.weights = weights;
        this.insights = insights;
        this.steps = TimeSteps.of(weights.profile().timeStep());
        this.signals = Slot.signals(weights, steps);
    }

    /** The signals in the order of their values. */
    public List<SignalKey> signals() {
        return keys(signals);
    }

    /** The signals of a profile in that order. */
    public static List<SignalKey> signals(ScoringProfile profile) {
        return keys(Slot.signals(profile, null, TimeSteps.of(profile.timeStep())));
    }

    /** The values as of the lead's instant, 0 to 1 each; of missing data the neutral ones. */
    public double[] values(Lead lead) {
        Evidence evidence = new Evidence(lead, weights, insights, steps);
        long now = steps.index(lead.asOf());
        double[] values = new double[signals.size()];
        for (int i = 0; i < values.length; i++) {
            Signal signal = signals.get(i);
            values[i] = signal.known(signal.value().of(evidence, now));
        }
        return values;
    }

    /**
     * A lead as the signals read it.
     *
     * @param values 0 to 1 each, in the order of the signals; of missing data the neutral ones
     * @param declared what the profile alone says, 0 to 1, in the order of {@link #dimensions}; of missing data the neutral
     *     value
     * @param cohorts in the same order: the cohorts whose deals may speak for the lead
     */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
    public record Reading(double[] values, double[] declared, List<List<String>> cohorts) {}

    /** The lead as of its instant. */
    public Reading read(Lead lead) {
        Evidence evidence = new Evidence(lead, weights, insights, steps);
        long now = steps.index(lead.asOf());
        double[] values = new double[signals.size()];
        double[] declared = new double[values.length];
        List<List<String>> cohorts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Signal signal = signals.get(i);
            values[i] = signal.known(signal.value().of(evidence, now));
            Signal.Cohorts by = signal.cohorts();
            if (by != null) {
                declared[cohorts.size()] = signal.known(by.declared().of(evidence, now));
                cohorts.add(by.members().of(evidence, now));
            }
        }
        return new Reading(values, Arrays.copyOf(declared, cohorts.size()), cohorts);
    }

    /** The dimensions along which closed deals are divided, by the name of their signal, in the order of the signals. */
    public static Map<String, String> dimensions(ScoringProfile profile) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (Signal signal : Slot.signals(profile, null, TimeSteps.of(profile.timeStep()))) {
            Signal.Cohorts by = signal.cohorts();
            if (by != null) {
                dimensions.put(signal.name(), by.dimension());
            }
        }
        return dimensions;
    }

    /** Whether the AI says anything of a lead as of its instant. */
    public boolean seesAi(Lead lead) {
        return new Evidence(lead, weights, insights, steps).insight.isKnown();
    }

    /** Which cohort of each built-in dimension a lead is in; those that are not known are left out. */
    public static Map<String, String> cohorts(ScoringProfile profile, Lead lead) {
        Map<String, String> cohorts = new LinkedHashMap<>();
        Subject subject = new Subject(lead.contact(), lead.company(), null, TrackRecord.NONE, lead.asOf());
        for (String dimension : CohortKeys.BUILT_IN) {
            CohortKeys.of(dimension, null, profile, subject).forEach(value -> cohorts.put(dimension, value));
        }
        return cohorts;
    }

    private static List<SignalKey> keys(List<Signal> signals) {
        return signals.stream()
                .map(signal -> new SignalKey(signal.name(), signal.component()))
                .toList();
    }
}
