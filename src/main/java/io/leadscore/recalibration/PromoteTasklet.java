package io.leadscore.recalibration;

import io.leadscore.learning.AiEvaluation;
import io.leadscore.learning.Recalibration;
import io.leadscore.learning.Verdict;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.SegmentModel;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Carries the verdict out, in one transaction. A candidate that is not promoted is kept, too, for whoever wants to know
 * why. Leads are rescored by the delta job, which finds that their weight set is not the live one any more.
 */
final class PromoteTasklet implements Tasklet {

    private final WeightSets weightSets;
    private final Bench bench;

    PromoteTasklet(WeightSets weightSets, Bench bench) {
        this.weightSets = weightSets;
        this.bench = bench;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        Recalibration result = Objects.requireNonNull(bench.result(), "learn comes before promote");
        if (!run.dryRun()) {
            carryOut(run.portalId(), run.startedAt(), result);
        }
        return RepeatStatus.FINISHED;
    }

    private void carryOut(long portalId, Instant now, Recalibration result) {
        WeightSet live = weightSets.live(portalId);
        if (live == null || live.id() != bench.incumbent().id()) {
            throw new IllegalStateException("Another weight set became live while this one was learnt; run again");
        }
        Verdict.Decision decision = result.verdict().decision();
        String because = String.join(" ", result.verdict().reasons());
        WeightSet candidate = result.candidate() == null
                ? null
                : weightSets.add(portalId, result.candidate(), result.assessment(), RecalibrationConfiguration.JOB);
        if (candidate != null) {
            bench.added(candidate.id());
        }
        if (candidate != null && decision == Verdict.Decision.PROMOTE) {
            weightSets.promote(portalId, candidate.id(), RecalibrationConfiguration.JOB, because);
            return;
        }
        boolean inShadow = weightSets.shadow(portalId) != null;
        if (decision == Verdict.Decision.KEEP && inShadow) {
            weightSets.endShadow(portalId);
        }
        if (result.renewed() != null) {
            renew(portalId, result.renewed(), result, decision == Verdict.Decision.SHADOW && inShadow);
        }
        if (candidate != null && decision == Verdict.Decision.SHADOW && !inShadow) {
            weightSets.beginShadow(
                    portalId,
                    candidate.id(),
                    now.plus(bench.options().shadow()),
                    RecalibrationConfiguration.JOB,
                    because);
        }
    }

    private void renew(long portalId, WeightSet renewed, Recalibration result, boolean keepShadow) {
        var shadow = keepShadow ? weightSets.shadow(portalId) : null;
        WeightSet added = weightSets.add(portalId, renewed, result.assessment(), RecalibrationConfiguration.JOB);
        weightSets.promote(portalId, added.id(), RecalibrationConfiguration.JOB, reason(renewed, result));
        if (shadow != null && shadow.shadowUntil() != null) {
            weightSets.beginShadow(
                    portalId,
                    shadow.weights().id(),
                    shadow.shadowUntil(),
                    RecalibrationConfiguration.JOB,
                    "Goes on beside the renewed weight set.");
        }
    }

    /** The AI's signals are the one thing that a renewed set may weigh otherwise. */
    private String reason(WeightSet renewed, Recalibration result) {
        AiEvaluation ai = result.assessment().ai();
        boolean weighed = !renewed.signalWeights().equals(bench.incumbent().signalWeights());
        String segments = segments(renewed);
        return ai != null && weighed
                ? ai.sentence() + " The other weights are kept; cohorts and probability are renewed." + segments
                : "The weights are kept; cohorts and probability are renewed." + segments;
    }

    /** Which segments have weights of their own now, where that is news. */
    private String segments(WeightSet renewed) {
        List<String> now = SegmentModel.names(renewed.segmentModels());
        if (now.equals(SegmentModel.names(bench.incumbent().segmentModels()))) {
            return "";
        }
        return now.isEmpty()
                ? " No segment has weights of its own any more."
                : " Weights of their own: segments " + String.join(", ", now) + ".";
    }
}
