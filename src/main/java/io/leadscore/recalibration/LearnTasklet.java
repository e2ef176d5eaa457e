package io.leadscore.recalibration;

import io.leadscore.learning.Recalibration;
import io.leadscore.learning.Recalibrator;
import io.leadscore.ledger.Mirror;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Collects, fits, judges and calibrates; then looks at what the result does to the leads of today. */
final class LearnTasklet implements Tasklet {

    private static final long UNKNOWN = -1;

    private final Mirror mirror;
    private final RecalibrationSettings settings;
    private final Bench bench;
    private final RunTally tally;

    LearnTasklet(Mirror mirror, RecalibrationSettings settings, Bench bench, RunTally tally) {
        this.mirror = mirror;
        this.settings = settings;
        this.bench = bench;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        Instant now = run.startedAt();
        WeightSet incumbent = bench.incumbent();
        Recalibration learnt = new Recalibrator(
                        bench.options(), incumbent, now, phase -> tally.progress(phase, 1, UNKNOWN))
                .run(mirror.deals(run.portalId(), settings.primaryContact()));
        LeadSurvey leads =
                new LeadSurvey(mirror, run.portalId(), now, seen -> tally.progress("look at leads", seen, UNKNOWN));
        WeightSet candidate = fitted(leads, learnt.candidate());
        WeightSet renewed = fitted(leads, learnt.renewed());
        WeightSet next = candidate == null ? renewed : candidate;
        bench.learnt(new Recalibration(
                next == null ? learnt.assessment() : learnt.assessment().withImpact(leads.impact(incumbent, next)),
                candidate,
                renewed));
        learnt.assessment().counts().forEach(tally::add);
        return RepeatStatus.FINISHED;
    }

    private static @Nullable WeightSet fitted(LeadSurvey leads, @Nullable WeightSet weights) {
        return weights == null ? null : leads.fitted(weights);
    }
}
