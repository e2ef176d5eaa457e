package io.leadscore.recalibration;

import io.leadscore.learning.Assessment;
import io.leadscore.ledger.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param report what it did
 * @param assessment the verdict and all that led to it; null when the run failed
 * @param candidateId the candidate's id; null when there is none, or in a dry run
 * @param liveId the id of the weight set that leads are scored by after the run
 * @param failure why it failed; null unless it did
 */
public record RecalibrationOutcome(
        RunReport report,
        @Nullable Assessment assessment,
        @Nullable Long candidateId,
        long liveId,
        @Nullable Throwable failure) {}
