package io.leadscore.recalibration;

import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.WeightSet;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a weight set live because a person wants it: the door for whoever knows better than the weekly job. Each change is
 * one transaction with its event, and none happens while the weekly job runs. Leads are rescored by the delta job, which
 * finds that their weight set is not the live one any more. Thread-safe.
 */
public final class Promotion {

    /** Far more than ever happens to an account's weight sets. */
    private static final int ALL_EVENTS = 100_000;

    private static final String LIST = "scripts/leadscore models lists the weight sets.";

    private final RecalibrationSettings settings;
    private final WeightSets weightSets;
    private final OneAtATime lease;
    private final TransactionTemplate transactions;

    Promotion(
            RecalibrationSettings settings, WeightSets weightSets, OneAtATime lease, TransactionTemplate transactions) {
        this.settings = settings;
        this.weightSets = weightSets;
        this.lease = lease;
        this.transactions = transactions;
    }

    /**
     * Makes a weight set live, whatever the verdict on it was.
     *
     * @param actor who wants it
     * @param reason why
     * @throws PromotionRefusedException when it cannot be; nothing was changed
     * @throws io.leadscore.report.RunInProgressException while the weekly job runs; nothing was changed
     */
    public LiveChange promote(long portalId, long id, String actor, String reason) {
        return change(portalId, () -> {
            StoredWeightSet wanted = wanted(portalId, id);
            LiveChange change = changeTo(portalId, wanted.weights());
            weightSets.promote(portalId, id, actor, reason);
            return change;
        });
    }

    /**
     * Goes back to a weight set that was live before.
     *
     * @param id of which; null: the one before the live one. Going back twice goes back further
     * @throws PromotionRefusedException when it cannot be; nothing was changed
     * @throws io.leadscore.report.RunInProgressException while the weekly job runs; nothing was changed
     */
    public LiveChange rollBack(long portalId, @Nullable Long id, String actor, String reason) {
        return change(portalId, () -> {
            StoredWeightSet wanted = wanted(portalId, id == null ? before(portalId) : id);
            WeightSet weights = wanted.weights();
            if (wanted.promotedAt() == null) {
                throw new PromotionRefusedException(
                        "Weight set " + weights.id() + " was never live.",
                        "To make it so: scripts/leadscore models promote " + weights.id());
            }
            LiveChange change = changeTo(portalId, weights);
            weightSets.rollBack(portalId, weights.id(), actor, reason);
            return change;
        });
    }

    private LiveChange change(long portalId, Supplier<LiveChange> work) {
        return lease.whileHeld(
                portalId, () -> Objects.requireNonNull(transactions.execute(status -> work.get()), "a change"));
    }

    private long before(long portalId) {
        Long before = LiveHistory.before(weightSets.events(portalId, ALL_EVENTS));
        if (before == null) {
            throw new PromotionRefusedException("No weight set was live before the one that is.", LIST);
        }
        return before;
    }

    private StoredWeightSet wanted(long portalId, long id) {
        StoredWeightSet wanted = weightSets.findStored(portalId, id);
        if (wanted == null) {
            throw new PromotionRefusedException("There is no weight set " + id + " of account " + portalId + ".", LIST);
        }
        if (wanted.live()) {
            throw new PromotionRefusedException("Weight set " + id + " is live already.", LIST);
        }
        refuseIfNotAsked(wanted.weights());
        return wanted;
    }

    /** The delta job replaces a weight set that says something else than the settings. */
    private void refuseIfNotAsked(WeightSet weights) {
        if (settings.isAskedOf(weights)) {
            return;
        }
        boolean otherVersion = !weights.modelVersion().equals(settings.modelVersion());
        String sentence = "Weight set " + weights.id()
                + (otherVersion
                        ? " is of model version " + weights.modelVersion() + ", but LEAD_SCORE_MODEL_VERSION is "
                                + settings.modelVersion()
                        : " was made with another scoring profile than that of today")
                + ": the next delta run would replace it at once.";
        String advice = otherVersion
                ? "Set LEAD_SCORE_MODEL_VERSION to " + weights.modelVersion() + " first."
                : "Put its profile in place first: " + ProfileCommand.of(weights.id(), settings.profileFile());
        throw new PromotionRefusedException(sentence, advice);
    }

    private LiveChange changeTo(long portalId, WeightSet weights) {
        StoredWeightSet shadow = weightSets.shadow(portalId);
        WeightSet beside = shadow == null || shadow.weights().id() == weights.id() ? null : shadow.weights();
        return new LiveChange(weightSets.live(portalId), weights, beside, AiDifference.of(weights.ai(), settings.ai()));
    }
}
