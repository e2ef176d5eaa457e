package io.leadscore.ledger;

import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitInsight.Gap;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.WeightSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A snapshot of what is known under one weight set, taken when it is first looked at. Thread-safe. */
final class KnownInsights implements FitInsights {

    private final FitAnswers answers;
    private final FitVectors vectors;
    private final long portalId;
    private final WeightSet weights;
    private volatile @Nullable Map<String, FitInsight> snapshot;

    KnownInsights(FitAnswers answers, FitVectors vectors, long portalId, WeightSet weights) {
        this.answers = answers;
        this.vectors = vectors;
        this.portalId = portalId;
        this.weights = weights;
    }

    @Override
    public FitInsight of(FitProfile profile) {
        return snapshot().getOrDefault(profile.key(), FitInsight.NOT_YET);
    }

    private Map<String, FitInsight> snapshot() {
        Map<String, FitInsight> taken = snapshot;
        if (taken == null) {
            synchronized (this) {
                taken = snapshot;
                if (taken == null) {
                    taken = take();
                    snapshot = taken;
                }
            }
        }
        return taken;
    }

    private Map<String, FitInsight> take() {
        AiContext ai = Objects.requireNonNull(weights.ai());
        Map<String, Double> alike = ai.centroids() == null
                ? Map.of()
                : vectors.lookAlikes(portalId, ai.choice().embeddingModel(), ai.centroids());
        Map<String, FitInsight> insights = new HashMap<>();
        answers.all(portalId, AnswerKey.of(weights))
                .forEach((profile, known) -> insights.put(
                        profile,
                        new FitInsight(known.analysis(), gap(known), alike.getOrDefault(profile, Double.NaN))));
        alike.forEach(
                (profile, likeness) -> insights.putIfAbsent(profile, new FitInsight(null, Gap.NOT_YET, likeness)));
        return insights;
    }

    private static Gap gap(FitAnswers.Known known) {
        return switch (known.outcome()) {
            case ANSWERED -> Gap.NOT_YET;
            case REFUSED -> Gap.REFUSED;
            case BROKEN -> Gap.BROKEN;
        };
    }
}
