package io.leadscore.learning;

/**
 * An open deal at a certain age, and whether it was won within the horizon from then on.
 *
 * @param at when, in milliseconds
 * @param group whose deals belong together
 * @param age which of {@link Ages} it had
 * @param won whether it was won within the horizon
 * @param incumbent the components as the incumbent has them, in their order
 * @param candidate the signals as the candidate reads them
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Snapshot(long at, long group, int age, boolean won, double[] incumbent, float[] candidate) {

    double[] candidateValues() {
        double[] values = new double[candidate.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = candidate[i];
        }
        return values;
    }
}
