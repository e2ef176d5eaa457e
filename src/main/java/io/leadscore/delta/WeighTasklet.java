package io.leadscore.delta;

import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    private final Mirror mirror;
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
            Mirror mirror,
            Scores scores,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        this.settings = settings;
        this.weightSets = weightSets;
        this.weights = weights;
        this.mirror = mirror;
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
        WeightSet used = live != null && settings.isAskedOf(live) ? live : renew(run, live, now);
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

    /** A dry run tries the weights out and keeps them to itself. */
    private WeightSet renew(RunParameters run, @Nullable WeightSet live, Instant now) {
        long portalId = run.portalId();
        // Another AI, or another confidence, leaves alone what was learnt of deals.
        boolean onlyAi = live != null && settings.isAskedWithoutAi(live);
        WeightSet renewed = onlyAi ? null : earlier(portalId);
        if (renewed == null) {
            AiContext ai = context(portalId, live, now);
            WeightSet draft = onlyAi && live != null
                    ? live.withAi(ai)
                    : initial(portalId, live, now).inheriting(live).withAi(ai);
            if (run.dryRun()) {
                return draft;
            }
            renewed = weightSets.add(portalId, draft, null, ACTOR);
        }
        if (!run.dryRun()) {
            weightSets.promote(portalId, renewed.id(), ACTOR, why(live, onlyAi));
        }
        return renewed;
    }

    private static String why(@Nullable WeightSet live, boolean onlyAi) {
        if (live == null) {
            return "The first weight set.";
        }
        return onlyAi ? "The AI's settings were edited." : "The scoring profile or the model version was edited.";
    }

    /** Going back to an earlier profile must not rewrite every contact for the sake of a version's number. */
    private @Nullable WeightSet earlier(long portalId) {
        return weightSets.list(portalId).stream()
                .filter(stored -> settings.isAskedOf(stored.weights()))
                .filter(stored -> stored.promotedAt() != null)
                .max(Comparator.comparing(stored -> Objects.requireNonNullElse(stored.promotedAt(), Instant.MIN)))
                .map(StoredWeightSet::weights)
                .orElse(null);
    }

    private WeightSet initial(long portalId, @Nullable WeightSet live, Instant now) {
        ScoringProfile profile = settings.profile();
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, CohortScheme.inherited(live, profile), now);
        mirror.forEachClosedDeal(portalId, cohorts::add);
        mirror.forEachOpenDeal(portalId, cohorts::addOpen);
        return WeightSet.initial(0, now, settings.modelVersion(), profile, cohorts.build());
    }

    /** What is learnt of the ideal client stays what it was: whoever is asked anew need not be told anew. */
    private @Nullable AiContext context(long portalId, @Nullable WeightSet live, Instant now) {
        AiContext before = live == null ? null : live.ai();
        AiChoice choice = settings.ai();
        if (choice == null) {
            return before;
        }
        if (before == null) {
            LearntIdeal learnt = IdealLearner.learn(
                    settings.profile(), consumer -> mirror.forEachClosedDeal(portalId, consumer), now);
            return new AiContext(choice, learnt, null);
        }
        boolean sameVectors = before.choice().embeddingModel().equals(choice.embeddingModel());
        return new AiContext(choice, before.learnt(), sameVectors ? before.centroids() : null);
    }
}
