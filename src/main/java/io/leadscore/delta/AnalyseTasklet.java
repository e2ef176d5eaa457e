package io.leadscore.delta;

import io.leadscore.ai.AnalysisReport;
import io.leadscore.ai.FitAnalyst;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitQueue;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Touched;
import io.leadscore.ledger.Touches;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.AiCap;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Before scoring: has the AI judge the fit profiles of touched leads that it has not judged yet, within a time budget.
 * What is not answered in time is scored by rules now; its leads wait in the queue, from which a later run takes them up.
 * A dry run asks nobody, for asking costs money. Nothing that goes wrong with the AI ends the run.
 */
final class AnalyseTasklet implements Tasklet {

    /** The run report's detail that tells of trouble with the AI. */
    static final String TROUBLE = "ai";

    private static final int PAGE = 1_000;
    private static final int MOST_WAITING = 100_000;

    private final FitAnalyst analyst;
    private final FitAnswers answers;
    private final FitQueue queue;
    private final RunWeights weights;
    private final Mirror mirror;
    private final Touches touches;
    private final Duration timeBudget;
    private final InstantSource clock;
    private final RunTally tally;

    AnalyseTasklet(
            FitAnalyst analyst,
            FitAnswers answers,
            FitQueue queue,
            RunWeights weights,
            Mirror mirror,
            Touches touches,
            Duration timeBudget,
            InstantSource clock,
            RunTally tally) {
        this.analyst = analyst;
        this.answers = answers;
        this.queue = queue;
        this.weights = weights;
        this.mirror = mirror;
        this.touches = touches;
        this.timeBudget = timeBudget;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        WeightSet used = weights.get();
        AiContext ai = used.ai();
        // Where the AI's signals count for nothing, nobody pays for what they would be.
        if (ai != null && AiCap.share(used.signalWeights()) > 0 && !run.dryRun()) {
            enqueue(run.portalId(), used);
            Map<String, FitProfile> waiting = queue.profiles(run.portalId(), MOST_WAITING);
            Instant end = clock.instant().plus(timeBudget);
            report(analyst.analyse(
                    run.portalId(),
                    used,
                    waiting.values(),
                    timeBudget,
                    done -> tally.progress("analyse", done, waiting.size())));
            if (ai.centroids() != null) {
                Duration left = Duration.between(clock.instant(), end);
                report(analyst.embed(run.portalId(), used, waiting.values(), left));
            }
            tally.add(
                    "leads due by the AI",
                    queue.touchAnswered(run.portalId(), answered(run.portalId(), used, waiting)));
            tally.add("leads waiting for the AI", queue.count(run.portalId()));
        }
        return RepeatStatus.FINISHED;
    }

    /** Touched leads whose profile is not judged yet wait from now on. */
    private void enqueue(long portalId, WeightSet used) {
        FitInsights known = answers.insights(portalId, used);
        long last = 0;
        List<Touched> page;
        do {
            page = touches.next(portalId, last, PAGE);
            List<Long> ids = page.stream().map(Touched::contactId).toList();
            Map<Long, FitProfile> unknown = new LinkedHashMap<>();
            mirror.fitProfiles(portalId, ids, used.profile()).forEach((id, profile) -> {
                if (profile.facts().isEmpty() || isComplete(known.of(profile), used)) {
                    tally.add("AI cache hits", 1);
                } else {
                    unknown.put(id, profile);
                }
            });
            queue.await(portalId, unknown);
            last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
        } while (page.size() == PAGE);
    }

    private Collection<String> answered(long portalId, WeightSet used, Map<String, FitProfile> waiting) {
        FitInsights known = answers.insights(portalId, used);
        return waiting.entrySet().stream()
                .filter(one -> isAnswered(known.of(one.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who has an answer waits no longer; a vector that is missing is asked for as long as somebody waits. */
    private static boolean isAnswered(FitInsight insight) {
        return insight.analysis() != null;
    }

    private static boolean isComplete(FitInsight insight, WeightSet used) {
        AiContext ai = used.ai();
        boolean compared = ai == null || ai.centroids() == null || !Double.isNaN(insight.lookAlike());
        return isAnswered(insight) && compared;
    }

    private void report(AnalysisReport report) {
        report.counts().forEach(tally::add);
        if (report.trouble() != null) {
            tally.note(TROUBLE, report.trouble());
        }
    }
}
