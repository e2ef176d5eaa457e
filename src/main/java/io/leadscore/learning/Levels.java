package io.leadscore.learning;

/**
 * Which cohorts a lead is in as {@link LevelIndex} numbers them, and what the profile says of it.
 *
 * @param declared how well each fact fits by the profile, 0 to 1; the neutral value where it is not known
 * @param ids of the cohorts, ascending by fact
 * @param shares how much of its fact each cohort is; of several options an equal part each
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Levels(float[] declared, int[] ids, float[] shares) {

    private static final double MIDDLE = 0.5;

    /** What the profile says of a fact, from the middle: -0.5 to 0.5. */
    double word(int fact) {
        return declared[fact] - MIDDLE;
    }
}
