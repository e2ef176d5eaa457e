package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Difference;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.learning.Verdict;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.ComponentWeights;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A weight set in a list, for programs. What was not judged is null. */
record ModelJson(
        long id,
        String label,
        Instant made,
        String origin,
        ComponentWeights weights,
        boolean enoughData,
        int resolvedDeals,
        @Nullable Difference rocAuc,
        @Nullable Difference rocAucAgainstIncumbent,
        Verdict.@Nullable Decision verdict,
        boolean live,
        @Nullable Instant shadowUntil,
        @Nullable Instant promotedAt,
        @Nullable CarriedOver carriedOver) {

    static ModelJson of(Model model) {
        ModelMetrics metrics = model.metrics();
        Assessment assessment = model.stored().assessment();
        return new ModelJson(
                model.weights().id(),
                model.label(),
                model.made(),
                model.origin(),
                model.weights().spread(),
                model.weights().calibration().enoughData(),
                model.weights().calibration().resolvedDeals(),
                metrics == null ? null : metrics.rocAuc(),
                model.gain(),
                assessment == null || !model.isLearnt()
                        ? null
                        : assessment.verdict().decision(),
                model.stored().live(),
                model.stored().shadowUntil(),
                model.stored().promotedAt(),
                model.carriedOver());
    }
}
