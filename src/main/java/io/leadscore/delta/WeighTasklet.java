package io.leadscore.delta;

import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Before scoring: makes the first weight set, or a new one when the scoring profile was edited, and touches the leads
 * whose score is due to change because time passed. Leads stay touched after a dry run, which harms nobody: the next
 * run finds most of them unchanged.
 */
final class WeighTasklet implements Tasklet {

    private final ScoringSettings settings;
    private final WeightSets weightSets;
    private final RunWeights weights;
    private final Mirror mirror;
    private final Touches touches;
    private final InstantSource clock;
    private final RunTally tally;

    WeighTasklet(
            ScoringSettings settings,
            WeightSets weightSets,
            RunWeights weights,
            Mirror mirror,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        this.settings = settings;
        this.weightSets = weightSets;
        this.weights = weights;
        this.mirror = mirror;
        this.touches = touches;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        Instant now = clock.instant();
        WeightSet live = weightSets.live(run.portalId());
        if (live != null && settings.isAskedOf(live)) {
            weights.use(live);
        } else {
            renew(run, now);
            if (live != null) {
                tally.add("leads touched by new weights", touches.touchAll(run.portalId(), Cause.WEIGHTS));
            }
        }
        tally.add("leads due", touches.touchDue(run.portalId(), now));
        tally.add("leads touched", touches.count(run.portalId()));
        return RepeatStatus.FINISHED;
    }

    /** A dry run tries the weights out and keeps them to itself. */
    private void renew(RunParameters run, Instant now) {
        long portalId = run.portalId();
        WeightSet next = earlier(portalId);
        if (next == null) {
            WeightSet draft = initial(portalId, settings.profile(), now);
            next = run.dryRun() ? draft : weightSets.add(portalId, draft);
        }
        if (!run.dryRun()) {
            weightSets.promote(portalId, next.id());
        }
        weights.use(next);
    }

    /** Going back to an earlier profile must not rewrite every contact for the sake of a version's number. */
    private @Nullable WeightSet earlier(long portalId) {
        return weightSets.list(portalId).stream()
                .map(StoredWeightSet::weights)
                .filter(settings::isAskedOf)
                .findFirst()
                .orElse(null);
    }

    private WeightSet initial(long portalId, ScoringProfile profile, Instant now) {
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, now);
        mirror.forEachClosedDeal(portalId, cohorts::add);
        mirror.forEachOpenDeal(portalId, cohorts::addOpen);
        return WeightSet.initial(0, now, settings.modelVersion(), profile, cohorts.build());
    }
}
