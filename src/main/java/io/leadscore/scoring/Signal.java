package io.leadscore.scoring;

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
 */
record Signal(
        String name,
        Component component,
        double neutral,
        boolean ages,
        Value value,
        Sentence sentence,
        @Nullable Value baseline) {

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

    Signal(String name, Component component, double neutral, boolean ages, Value value, Sentence sentence) {
        this(name, component, neutral, ages, value, sentence, null);
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
                baseline);
    }

    /** The same signal compared with something else than its neutral value. */
    Signal comparedWith(Value other) {
        return new Signal(name, component, neutral, ages, value, sentence, other);
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
