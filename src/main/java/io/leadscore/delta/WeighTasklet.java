package io.leadscore.delta;

import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Before scoring: makes the first weight set, or a new one when the scoring profile was edited, and touches the leads
 * whose score is due to change because time passed.
 */
final class WeighTasklet implements Tasklet {

    private final ScoringSettings settings;
    private final WeightSets weightSets;
    private final Mirror mirror;
    private final Touches touches;
    private final InstantSource clock;
    private final RunTally tally;

    WeighTasklet(
            ScoringSettings settings,
            WeightSets weightSets,
            Mirror mirror,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        this.settings = settings;
        this.weightSets = weightSets;
        this.mirror = mirror;
        this.touches = touches;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        long portalId = RunParameters.of(contribution.getStepExecution().getJobExecution())
                .portalId();
        Instant now = clock.instant();
        WeightSet live = weightSets.live(portalId);
        if (live == null || !isCurrent(live)) {
            WeightSet added = weightSets.add(portalId, initial(portalId, settings.profile(), now));
            weightSets.promote(portalId, added.id());
            if (live != null) {
                tally.add("leads touched by new weights", touches.touchAll(portalId, Cause.WEIGHTS));
            }
        }
        tally.add("leads due", touches.touchDue(portalId, now));
        tally.add("leads touched", touches.count(portalId));
        return RepeatStatus.FINISHED;
    }

    private boolean isCurrent(WeightSet live) {
        return live.profile().fingerprint().equals(settings.profile().fingerprint())
                && live.modelVersion().equals(settings.modelVersion());
    }

    private WeightSet initial(long portalId, ScoringProfile profile, Instant now) {
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, now);
        mirror.forEachClosedDeal(portalId, cohorts::add);
        mirror.forEachOpenDeal(portalId, cohorts::addOpen);
        return WeightSet.initial(0, now, settings.modelVersion(), profile, cohorts.build());
    }
}
