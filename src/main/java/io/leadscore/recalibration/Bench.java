package io.leadscore.recalibration;

import io.leadscore.learning.Recalibration;
import io.leadscore.learning.RecalibrationOptions;
import io.leadscore.scoring.WeightSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lies between the steps of the run in progress; one run at a time, as the lease grants. */
final class Bench {

    private @Nullable RecalibrationOptions options;
    private @Nullable WeightSet incumbent;
    private @Nullable Recalibration result;
    private @Nullable Long candidateId;

    void begin(RecalibrationOptions options, WeightSet incumbent) {
        this.options = options;
        this.incumbent = incumbent;
        this.result = null;
        this.candidateId = null;
    }

    void learnt(Recalibration result) {
        this.result = result;
    }

    void added(long candidateId) {
        this.candidateId = candidateId;
    }

    RecalibrationOptions options() {
        return Objects.requireNonNull(options, "a run has begun");
    }

    WeightSet incumbent() {
        return Objects.requireNonNull(incumbent, "a run has begun");
    }

    @Nullable
    Recalibration result() {
        return result;
    }

    @Nullable
    Long candidateId() {
        return candidateId;
    }
}
