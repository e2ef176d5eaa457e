package io.leadscore.recalibration;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.Recalibration;
import io.leadscore.learning.Recalibrator;
import io.leadscore.learning.SegmentLeads;
import io.leadscore.learning.SegmentReport;
import io.leadscore.learning.Verdict;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.Mirror;
import io.leadscore.recalibration.AiBriefing.Account;
import io.leadscore.recalibration.AiBriefing.Briefed;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Collects, fits, judges and calibrates; then looks at what the result does to the leads of today. */
final class LearnTasklet implements Tasklet {

    private static final long UNKNOWN = -1;

    private final Mirror mirror;
    private final FitAnswers answers;
    private final AiBriefing briefing;
    private final RecalibrationSettings settings;
    private final Bench bench;
    private final RunTally tally;

    LearnTasklet(
            Mirror mirror,
            FitAnswers answers,
            AiBriefing briefing,
            RecalibrationSettings settings,
            Bench bench,
            RunTally tally) {
        this.mirror = mirror;
        this.answers = answers;
        this.briefing = briefing;
        this.settings = settings;
        this.bench = bench;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        Instant now = run.startedAt();
        WeightSet incumbent = bench.incumbent();
        DealSource deals = mirror.outcomes(
                run.portalId(), settings.primaryContact(), incumbent.profile().outcome(), now);
        Briefed ai = briefed(run, deals);
        Recalibration learnt = new Recalibrator(
                        bench.options(),
                        incumbent,
                        ai.context(),
                        ai.insights(),
                        now,
                        phase -> tally.progress(phase, 1, UNKNOWN))
                .run(deals)
                .withNotes(ai.notes());
        LeadSurvey leads = new LeadSurvey(
                mirror, answers, run.portalId(), now, seen -> tally.progress("look at leads", seen, UNKNOWN));
        bench.learnt(looked(leads, incumbent, learnt));
        learnt.assessment().counts().forEach(tally::add);
        ai.asked().forEach(tally::add);
        return RepeatStatus.FINISHED;
    }

    /** A dry run asks nobody, and goes by what is known. */
    private Briefed briefed(RunParameters run, DealSource deals) {
        WeightSet incumbent = bench.incumbent();
        if (run.dryRun()) {
            return new Briefed(incumbent.ai(), briefing.known(run.portalId(), incumbent), Map.of(), List.of());
        }
        return briefing.renew(
                new Account(run.portalId(), deals, bench.options().statics(), run.startedAt()),
                incumbent,
                done -> tally.progress("ask the AI", done, UNKNOWN));
    }

    private static Recalibration looked(LeadSurvey leads, WeightSet incumbent, Recalibration learnt) {
        boolean promoted = learnt.verdict().decision() == Verdict.Decision.PROMOTE;
        List<WeightSet> others = new ArrayList<>();
        List<Boolean> keepsScale = new ArrayList<>();
        if (learnt.candidate() != null) {
            others.add(learnt.candidate());
            keepsScale.add(false);
        }
        if (learnt.renewed() != null && !promoted) {
            others.add(learnt.renewed());
            keepsScale.add(true);
        }
        boolean segmented = !incumbent.profile().segmentsInOrder().isEmpty();
        if (others.isEmpty()) {
            return segmented
                    ? learnt.withAssessment(counted(learnt.assessment(), leads.segments(incumbent), null))
                    : learnt;
        }
        LeadSurvey.Looked looked = leads.look(incumbent, others, learnt.withoutDeal(), keepsScale);
        WeightSet last = looked.scaled().get(others.size() - 1);
        Assessment assessment = learnt.assessment().withImpact(looked.impact());
        return new Recalibration(
                segmented ? counted(assessment, looked.segments(), last) : assessment,
                learnt.candidate() == null ? null : looked.scaled().get(0),
                learnt.renewed() == null || promoted ? null : last,
                learnt.withoutDeal());
    }

    private static Assessment counted(Assessment assessment, SegmentLeads leads, @Nullable WeightSet scores) {
        return assessment.withSegments(SegmentReport.counted(assessment.segments(), leads, scores));
    }
}
