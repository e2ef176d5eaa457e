package io.leadscore.delta;

import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Before scoring: makes the first weight set, or a new one when the scoring profile was edited, promotes a candidate whose
 * time in the shadow is over, and touches the leads whose score is due, because time passed or by new weights: as many as
 * can be written in half the time until the next run, so that mass rescoring never keeps news waiting. Leads stay touched
 * after a dry run, which harms nobody: the next run finds most of them unchanged.
 */
final class WeighTasklet implements Tasklet {

    private static final String ACTOR = DeltaJobConfiguration.JOB;

    /** Half of the leads that HubSpot lets an account write in a second: 19 batches of 100. */
    private static final long WRITTEN_A_SECOND = 950;

    private final ScoringSettings settings;
    private final WeightSets weightSets;
    private final RunWeights weights;
    private final WeightRenewal renewal;
    private final Scores scores;
    private final Touches touches;
    private final InstantSource clock;
    private final RunTally tally;
    private final long mostDue;

    WeighTasklet(
            ScoringSettings settings,
            Duration updateInterval,
            WeightSets weightSets,
            RunWeights weights,
            WeightRenewal renewal,
            Scores scores,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        this.settings = settings;
        this.weightSets = weightSets;
        this.weights = weights;
        this.renewal = renewal;
        this.scores = scores;
        this.touches = touches;
        this.clock = clock;
        this.tally = tally;
        this.mostDue = Math.max(LEAST_DUE, WRITTEN_A_SECOND * updateInterval.toSeconds());
    }

    /** Whatever the interval, it must be possible to keep up. */
    private static final long LEAST_DUE = 10_000;

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        long portalId = run.portalId();
        Instant now = clock.instant();
        WeightSet live = weightSets.live(portalId);
        WeightSet used = live != null && settings.isAskedOf(live) ? live : renewal.renew(run, live, now);
        StoredWeightSet shadow = weightSets.shadow(portalId);
        if (shadow != null && !run.dryRun()) {
            if (!settings.isAskedOf(shadow.weights())) {
                weightSets.endShadow(portalId);
                shadow = null;
            } else if (isOver(shadow, now)) {
                used = shadow.weights();
                weightSets.promote(portalId, used.id(), ACTOR, "Its time in the shadow is over.");
                shadow = null;
            }
        }
        weights.use(used, shadow == null ? null : shadow.weights());
        if (!run.dryRun()) {
            tally.add("leads due by new weights", scores.makeDue(portalId, used.id(), now));
        } else if (live != null && used.id() != live.id()) {
            tally.add("leads due by new weights", touches.touchAll(portalId, Cause.WEIGHTS));
        }
        tally.add("leads due", touches.touchDue(portalId, now, used.id(), mostDue));
        tally.add("leads touched", touches.count(portalId));
        return RepeatStatus.FINISHED;
    }

    private static boolean isOver(StoredWeightSet shadow, Instant now) {
        return shadow.shadowUntil() != null && !shadow.shadowUntil().isAfter(now);
    }
}
