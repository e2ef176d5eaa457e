package io.leadscore.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One named fact in [0, 1].
 *
 * @param name as explanations and weight sets name it
 * @param component the component that it belongs to
 * @param neutral the value that stands in for a missing one
 * @param ages whether time alone can change its value
 * @param value reads the value
 * @param sentence says why
 * @param baseline what the value is compared with to make a reason of it; null: the neutral one
 * @param cohorts by which closed deals can say what it is worth; null: they cannot
 */
record Signal(
        String name,
        Component component,
        double neutral,
        boolean ages,
        Value value,
        Sentence sentence,
        @Nullable Value baseline,
        @Nullable Cohorts cohorts) {

    /** Says that something is missing; the signal's neutral value is used. */
    static final double MISSING = Double.NaN;

    /** Reads a value in [0, 1], or {@link #MISSING}, as of a step of time. */
    @FunctionalInterface
    interface Value {
        double of(Evidence evidence, long now);
    }

    /** Says in words without free text of the CRM, and without ages, why the value is what it is. */
    @FunctionalInterface
    interface Sentence {
        String of(Evidence evidence, long now, double value);
    }

    /**
     * Along which closed deals are divided.
     *
     * @param dimension its name
     * @param members the cohorts of a lead that deals may speak for; none where the profile's word is to stand
     * @param declared what the profile alone says of a lead, 0 to 1 or missing
     */
    record Cohorts(String dimension, Members members, Value declared) {}

    /** The cohorts that a lead is in. */
    @FunctionalInterface
    interface Members {
        List<String> of(Evidence evidence, long now);
    }

    Signal(String name, Component component, double neutral, boolean ages, Value value, Sentence sentence) {
        this(name, component, neutral, ages, value, sentence, null, null);
    }

    /** The value, or the neutral one where it is missing. */
    double known(double read) {
        return Double.isNaN(read) ? neutral : read;
    }

    /** The same signal with its values stretched. */
    Signal within(ValueRange range) {
        return new Signal(
                name,
                component,
                range.stretched(neutral),
                ages,
                (evidence, now) -> range.stretched(value.of(evidence, now)),
                (evidence, now, stretched) -> sentence.of(evidence, now, range.shrunk(stretched)),
                baseline,
                cohorts);
    }

    /** The same signal worth what its cohorts add to the odds; whoever is in none that is known, what the profile says. */
    Signal by(Effects effects) {
        Cohorts by = Check.present(cohorts, name);
        return new Signal(
                name,
                component,
                Effects.value(effects.ofDeclared(neutral)),
                ages,
                (evidence, now) -> effect(effects, by, evidence, now),
                sentence,
                baseline,
                cohorts);
    }

    private static double effect(Effects effects, Cohorts by, Evidence evidence, long now) {
        double sum = 0;
        int known = 0;
        for (String cohort : by.members().of(evidence, now)) {
            Double one = effects.logOdds().get(cohort);
            if (one != null) {
                sum += one;
                known++;
            }
        }
        if (known > 0) {
            return Effects.value(sum / known);
        }
        double declared = by.declared().of(evidence, now);
        return Double.isNaN(declared) ? MISSING : Effects.value(effects.ofDeclared(declared));
    }

    /** The same signal compared with something else than its neutral value. */
    Signal comparedWith(Value other) {
        return new Signal(name, component, neutral, ages, value, sentence, other, cohorts);
    }

    /** The same signal of which closed deals can say what it is worth. */
    Signal divided(Cohorts by) {
        return new Signal(name, component, neutral, ages, value, sentence, baseline, by);
    }

    static Signal timeless(ScoringProfile profile, BuiltIn signal, Value value, Sentence sentence) {
        return new Signal(
                signal.key(), signal.component(), profile.signal(signal).neutral(), false, value, sentence);
    }

    static Signal ageing(ScoringProfile profile, BuiltIn signal, Value value, Sentence sentence) {
        return new Signal(
                signal.key(), signal.component(), profile.signal(signal).neutral(), true, value, sentence);
    }
}
