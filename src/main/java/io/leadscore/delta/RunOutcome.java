package io.leadscore.delta;

import io.leadscore.ledger.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param executionId the job execution's id
 * @param status how it ended
 * @param report what it did
 * @param failure why it failed; null unless it did
 */
public record RunOutcome(
        long executionId,
        Status status,
        RunReport report,
        @Nullable Throwable failure) {

    /** How a run can end. */
    public enum Status {
        /** Everything was done. */
        COMPLETED,
        /** Everything was done, but HubSpot rejected some records; the report lists them. */
        COMPLETED_WITH_REJECTIONS,
        /** Something failed; the next run covers the same window again. */
        FAILED,
        /** It was stopped at a chunk's end; the next run goes on from there. */
        STOPPED
    }
}
