package io.leadscore.scoring;

import io.leadscore.lead.Lead;
import io.leadscore.lead.TrackRecord;
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
