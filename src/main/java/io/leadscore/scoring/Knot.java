package io.leadscore.scoring;

/**
 * A point of an isotonic curve; between two of them it is straight.
 *
 * @param score a share of all points, 0 to 1
 * @param logOdds there
 * @param standardError of {@code logOdds}
 */
public record Knot(double score, double logOdds, double standardError) {}
