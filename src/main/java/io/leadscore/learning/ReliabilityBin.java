package io.leadscore.learning;

/**
 * A row of a reliability table.
 *
 * @param cases how many cases are in it
 * @param predicted their mean probability, 0 to 1
 * @param observed the share of them that was won, 0 to 1
 */
public record ReliabilityBin(int cases, double predicted, double observed) {}
