package io.leadscore.delta;

import io.leadscore.learning.DealSource;
import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.PrimaryContact;
import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the weight set that the settings ask for: the first one, or after an edit one that has of the live weight set what
 * still means the same. What does not is told in the run's report. Not thread-safe.
 */
final class WeightRenewal {

    private static final String ACTOR = DeltaJobConfiguration.JOB;
    private static final String NOTE = "scoring profile";
    private static final String OUTCOME = "outcome";

    private final ScoringSettings settings;
    private final WeightSets weightSets;
    private final Mirror mirror;
    private final RunTally tally;

    WeightRenewal(ScoringSettings settings, WeightSets weightSets, Mirror mirror, RunTally tally) {
        this.settings = settings;
        this.weightSets = weightSets;
        this.mirror = mirror;
        this.tally = tally;
    }

    /**
     * The weight set that the settings ask for, live from now on. A dry run tries it out and keeps it to itself.
     *
     * @param live what was asked for until now; null: the account has no weight set yet
     */
    WeightSet renew(RunParameters run, @Nullable WeightSet live, Instant now) {
        long portalId = run.portalId();
        // Another AI, or another confidence, leaves alone what was learnt of deals.
        boolean onlyAi = live != null && settings.isAskedWithoutAi(live);
        WeightSet renewed = onlyAi ? null : beforeEdit(portalId, live);
        if (renewed == null) {
            WeightSet draft = heir(portalId, live, now);
            tell(draft, live, onlyAi);
            if (live == null) {
                tellOutcome(portalId);
            }
            if (run.dryRun()) {
                return draft;
            }
            renewed = weightSets.add(portalId, draft, null, ACTOR);
        } else {
            tally.note(NOTE, "Edited back: weight set " + renewed.id() + " is live again.");
        }
        if (!run.dryRun()) {
            StoredWeightSet shadow = weightSets.shadow(portalId);
            weightSets.promote(portalId, renewed.id(), ACTOR, why(live, onlyAi));
            if (shadow != null) {
                keepInShadow(portalId, shadow, now);
            }
        }
        return renewed;
    }

    /** A candidate goes on scoring beside the live weights, as it would under what was edited. */
    private void keepInShadow(long portalId, StoredWeightSet shadow, Instant now) {
        WeightSet candidate = settings.isAskedOf(shadow.weights())
                ? shadow.weights()
                : weightSets.add(portalId, heir(portalId, shadow.weights(), now), null, ACTOR);
        weightSets.beginShadow(
                portalId,
                candidate.id(),
                Objects.requireNonNull(shadow.shadowUntil(), "shadow until"),
                ACTOR,
                "The candidate of before the edit, carried over from weight set "
                        + shadow.weights().id() + ".");
    }

    private WeightSet heir(long portalId, @Nullable WeightSet before, Instant now) {
        AiContext ai = context(portalId, before, now);
        return before != null && settings.isAskedWithoutAi(before)
                ? before.withAi(ai)
                : new FirstScale(mirror)
                        .drawn(
                                portalId,
                                initial(portalId, before, now)
                                        .inheriting(before)
                                        .withAi(ai),
                                now);
    }

    /** At the first sync: which outcomes there is enough of to learn from. */
    private void tellOutcome(long portalId) {
        OutcomeEvidence evidence = mirror.outcomeEvidence(portalId);
        OutcomeKind proposed = evidence.proposed();
        OutcomeKind chosen = settings.profile().outcome().kind();
        tally.note(
                OUTCOME,
                "Of " + evidence.sentence() + ". "
                        + (evidence.goesWith(chosen)
                                ? "outcome.means: " + chosen.key() + " goes with that."
                                : "outcome.means is " + chosen.key() + "; " + proposed.key()
                                        + " would go with that better, in jobs/scoring-profile.yml."));
    }

    private void tell(WeightSet renewed, @Nullable WeightSet live, boolean onlyAi) {
        CarriedOver carried = renewed.provenance().carriedOver();
        if (live != null && !onlyAi && carried != null) {
            tally.note(NOTE, String.join(" ", carried.sentences()));
        }
    }

    private static String why(@Nullable WeightSet live, boolean onlyAi) {
        if (live == null) {
            return "The first weight set.";
        }
        return onlyAi ? "The AI's settings were edited." : "The scoring profile or the model version was edited.";
    }

    /** Whoever undoes an edit has the weight set of before it again, if nothing was learnt since. */
    private @Nullable WeightSet beforeEdit(long portalId, @Nullable WeightSet live) {
        WeightSet earlier = live;
        while (earlier != null) {
            CarriedOver carried = earlier.provenance().carriedOver();
            earlier = carried == null ? null : weightSets.find(portalId, carried.from());
            if (earlier != null && settings.isAskedOf(earlier)) {
                return earlier;
            }
        }
        return null;
    }

    /** What the profile says. Deals are counted as of when they were for the weight set before, as its counts stay. */
    private WeightSet initial(long portalId, @Nullable WeightSet before, Instant now) {
        ScoringProfile profile = settings.profile();
        CohortRates.Builder cohorts = new CohortRates.Builder(
                profile, CohortScheme.inherited(before, profile), before == null ? now : before.createdAt());
        DealSource outcomes = outcomes(portalId, now);
        outcomes.forEachClosed(cohorts::add);
        outcomes.forEachOpen(cohorts::addOpen);
        return WeightSet.initial(0, now, settings.modelVersion(), profile, cohorts.build());
    }

    private DealSource outcomes(long portalId, Instant now) {
        return mirror.outcomes(
                portalId, PrimaryContact.LOWEST_ID, settings.profile().outcome(), now);
    }

    /** What is learnt of the ideal client stays what it was: whoever is asked anew need not be told anew. */
    private @Nullable AiContext context(long portalId, @Nullable WeightSet live, Instant now) {
        AiContext before = live == null ? null : live.ai();
        AiChoice choice = settings.ai();
        if (choice == null) {
            return before;
        }
        if (before == null) {
            LearntIdeal learnt = IdealLearner.learn(settings.profile(), outcomes(portalId, now)::forEachClosed, now);
            return new AiContext(choice, learnt, null);
        }
        boolean sameVectors = before.choice().embeddingModel().equals(choice.embeddingModel());
        return new AiContext(choice, before.learnt(), sameVectors ? before.centroids() : null);
    }
}
