package io.leadscore.learning;

import java.time.Instant;
import java.util.List;

/**
 * How a candidate was judged. Immutable.
 *
 * @param judgedFrom when the newest slice, which nothing was learnt from, begins
 * @param judgedDeals how many deals are in it
 * @param judgedWon how many of them were won
 * @param unseenCompaniesOnly whether deals of companies that were learnt from were left out of it; false where too few
 *     would have been left
 * @param models how each model did
 * @param comparisons the candidate against the others
 * @param segments parts of the slice with enough deals
 */
public record Evaluation(
        Instant judgedFrom,
        int judgedDeals,
        int judgedWon,
        boolean unseenCompaniesOnly,
        List<ModelMetrics> models,
        List<Comparison> comparisons,
        List<SegmentMetrics> segments) {

    public static final String CANDIDATE = "candidate";
    public static final String INCUMBENT = "incumbent";
    public static final String DEFAULTS = "defaults";
    public static final String BASE_RATE = "base rate";

    public Evaluation {
        models = List.copyOf(models);
        comparisons = List.copyOf(comparisons);
        segments = List.copyOf(segments);
    }

    /**
     * How a model did.
     *
     * @throws IllegalArgumentException when there is none by this name
     */
    public ModelMetrics model(String name) {
        return models.stream()
                .filter(model -> model.model().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no model " + name + "."));
    }

    /**
     * The candidate against another model.
     *
     * @throws IllegalArgumentException when there is none by this name
     */
    public Comparison against(String name) {
        return comparisons.stream()
                .filter(comparison -> comparison.against().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no comparison with " + name + "."));
    }
}
