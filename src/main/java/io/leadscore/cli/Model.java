package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Difference;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.learning.Recalibration;
import io.leadscore.ledger.StoredWeightSet;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A weight set as it is shown. A set that only renews what is beside the weights is kept with the assessment of the
 * candidate that was learnt in the same run; of that assessment, what is said of the incumbent is what holds for it.
 *
 * @param stored all that is known of it
 */
record Model(StoredWeightSet stored) {

    /**
     * The weight set by this id.
     *
     * @throws CommandFailure when there is none
     */
    static Model find(WeightSets weightSets, long portalId, long id) {
        StoredWeightSet stored = weightSets.findStored(portalId, id);
        if (stored == null) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no weight set " + id + " of account " + portalId + ".",
                    "scripts/leadscore models lists the weight sets.");
        }
        return new Model(stored);
    }

    WeightSet weights() {
        return stored.weights();
    }

    String label() {
        return weights().label();
    }

    /** When it was made; its deals may have been counted before. */
    Instant made() {
        CarriedOver carried = carriedOver();
        return carried == null ? weights().provenance().dataUntil() : carried.at();
    }

    /** What it has of the weight set before; null when it was not made by an edit of the profile. */
    @Nullable
    CarriedOver carriedOver() {
        return weights().provenance().carriedOver();
    }

    String origin() {
        return weights().provenance().origin();
    }

    /** Whether its weights were learnt, so that the assessment's candidate is this set. */
    boolean isLearnt() {
        return origin().equals(Recalibration.LEARNT);
    }

    @Nullable
    Evaluation evaluation() {
        Assessment assessment = stored.assessment();
        return assessment == null ? null : assessment.evaluation();
    }

    /** What the assessment calls these weights. */
    String judgedAs() {
        return isLearnt() ? Evaluation.CANDIDATE : Evaluation.INCUMBENT;
    }

    /** How these weights did on the newest slice; null when they were not judged. */
    @Nullable
    ModelMetrics metrics() {
        Evaluation evaluation = evaluation();
        return evaluation == null ? null : evaluation.model(judgedAs());
    }

    /** How much better than the incumbent of then these weights ranked; null when that was not asked. */
    @Nullable
    Difference gain() {
        Evaluation evaluation = evaluation();
        return evaluation == null || !isLearnt()
                ? null
                : evaluation.against(Evaluation.INCUMBENT).rocAuc();
    }

    /** What became of it when it was made. */
    String verdict() {
        Assessment assessment = stored.assessment();
        if (assessment == null) {
            return "-";
        }
        return isLearnt()
                ? assessment
                        .verdict()
                        .decision()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                : "weights kept";
    }

    /** Whether it is live, was, or may be. */
    String state() {
        if (stored.live()) {
            return "live since " + Moment.day(stored.promotedAt());
        }
        if (stored.shadowUntil() != null) {
            return "shadow until " + Moment.day(stored.shadowUntil());
        }
        return stored.promotedAt() == null ? "never live" : "promoted " + Moment.day(stored.promotedAt());
    }
}
