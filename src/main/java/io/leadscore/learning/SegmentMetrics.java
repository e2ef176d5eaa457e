package io.leadscore.learning;

/**
 * How candidate and incumbent did on a part of the newest slice.
 *
 * @param dimension what it is a part by, such as {@code industry}
 * @param value which part
 * @param deals how many deals are in it
 * @param won how many of them were won
 * @param predicted the candidate's mean probability, 0 to 1
 * @param candidateRocAuc 0 to 1
 * @param incumbentRocAuc 0 to 1
 */
public record SegmentMetrics(
        String dimension,
        String value,
        int deals,
        int won,
        double predicted,
        double candidateRocAuc,
        double incumbentRocAuc) {}
