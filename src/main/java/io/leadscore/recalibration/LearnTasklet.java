package io.leadscore.recalibration;

import io.leadscore.learning.Recalibration;
import io.leadscore.learning.Recalibrator;
import io.leadscore.learning.Verdict;
import io.leadscore.ledger.Mirror;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        bench.learnt(looked(leads, incumbent, learnt));
        learnt.assessment().counts().forEach(tally::add);
        return RepeatStatus.FINISHED;
    }

    private static Recalibration looked(LeadSurvey leads, WeightSet incumbent, Recalibration learnt) {
        boolean promoted = learnt.verdict().decision() == Verdict.Decision.PROMOTE;
        List<WeightSet> others = new ArrayList<>();
        if (learnt.candidate() != null) {
            others.add(leads.fitted(learnt.candidate()));
        }
        if (learnt.renewed() != null && !promoted) {
            others.add(leads.fitted(learnt.renewed()));
        }
        if (others.isEmpty()) {
            return learnt;
        }
        LeadSurvey.Looked looked = leads.look(incumbent, others, learnt.withoutDeal());
        WeightSet last = looked.levelled().get(others.size() - 1);
        return new Recalibration(
                learnt.assessment().withImpact(looked.impact()),
                learnt.candidate() == null ? null : looked.levelled().get(0),
                learnt.renewed() == null || promoted ? null : last,
                learnt.withoutDeal());
    }
}
