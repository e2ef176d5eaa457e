package io.leadscore.learning;

import io.leadscore.scoring.Composition;
import java.time.Duration;

/**
 * An open deal at a certain age, and whether it was won within the horizon from then on.
 *
 * @param at when, in milliseconds
 * @param group whose deals belong together
 * @param age which of {@link Ages} it had
 * @param period which of {@link Blocks} it was in
 * @param fitted whether weights may be learnt from it: the deal was made, and looked at, before the newest slice
 * @param won whether it was won within the horizon
 * @param values the signals as the candidate reads them
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Snapshot(long at, long group, int age, int period, boolean fitted, boolean won, float[] values) {

    /** When the deal was made, in milliseconds. */
    long madeAt() {
        return at - Duration.ofDays(Ages.days(age)).toMillis();
    }

    /** As a model sees it. */
    Observation observed(Composition sum, double[] components) {
        return new Observation(at, group, age, period, won, sum.score(components), components);
    }

    double[] candidateValues() {
        double[] read = new double[values.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = values[i];
        }
        return read;
    }
}
