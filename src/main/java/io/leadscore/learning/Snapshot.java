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
 * @param levelled whether the probability may be learnt from it, too: it is neither of the first deals, before which none was
 *     closed, nor of those that are too young, of which only the closed ones are known
 * @param won whether it was won within the horizon
 * @param values the signals by what their cohorts won until then
 * @param levels its cohorts
 * @param segment which segment the lead was of
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Snapshot(
        long at,
        long group,
        int age,
        int period,
        boolean fitted,
        boolean levelled,
        boolean won,
        float[] values,
        Levels levels,
        int segment) {

    /** When the deal was made, in milliseconds. */
    long madeAt() {
        return at - Duration.ofDays(Ages.days(age)).toMillis();
    }

    /** Whether another look is at the same deal. */
    boolean isOfSameDeal(Snapshot other) {
        return group == other.group && madeAt() == other.madeAt();
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
