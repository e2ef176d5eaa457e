package io.leadscore.learning;

import io.leadscore.scoring.Composition;

/**
 * An open deal at a certain age, and whether it was won within the horizon from then on.
 *
 * @param at when, in milliseconds
 * @param group whose deals belong together
 * @param age which of {@link Ages} it had
 * @param won whether it was won within the horizon
 * @param incumbent the components as the incumbent has them, in their order
 * @param otherwise the components as the incumbent would have them with its AI the other way: on instead of off, or off
 *     instead of on; the same where there is no AI
 * @param candidate the signals as the candidate reads them
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Snapshot(long at, long group, int age, boolean won, double[] incumbent, double[] otherwise, float[] candidate) {

    /** As a model sees it. */
    Observation observed(Composition sum, double[] components) {
        return new Observation(at, group, age, won, sum.score(components), components);
    }

    double[] candidateValues() {
        double[] values = new double[candidate.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = candidate[i];
        }
        return values;
    }
}
