package io.leadscore.learning;

/**
 * How well two ways to score rank the same deals.
 *
 * @param live the live weight set
 * @param draft the draft
 * @param rocAuc by how much the draft's area under the ROC curve is above the live one's, -1 to 1; both are measured on
 *     each draw of companies
 */
public record RankComparison(RankMetrics live, RankMetrics draft, Difference rocAuc) {}
