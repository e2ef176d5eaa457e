package io.leadscore.learning;

/**
 * The candidate against another model, on the same draws of companies.
 *
 * @param against the other model
 * @param rocAuc by how much the candidate's area under the ROC curve is larger
 * @param logLossSaved by how much the candidate's log loss is smaller
 */
public record Comparison(String against, Difference rocAuc, Difference logLossSaved) {}
