package io.leadscore.learning;

/**
 * How near to what is expected coefficients are believed to be, as precisions: the inverse of variances.
 *
 * @param signals of what signals count, around what they count now
 * @param lines of how numbers rise or fall, around level
 * @param facts of the cohorts of each fact, around what the profile and the line say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tightness(double signals, double lines, double[] facts) {}
