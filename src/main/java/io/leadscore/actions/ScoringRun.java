package io.leadscore.actions;

import io.leadscore.scoring.Thresholds;
import java.time.Instant;

/**
 * The run whose scores may set something off.
 *
 * @param portalId the account
 * @param executionId the job execution
 * @param startedAt tells the run from others; a restart is the same run
 * @param weightSetId the weight set that it scores by
 * @param thresholds of that weight set
 * @param firstSync whether no run was completed yet
 * @param newLeads how many contacts are to be scored in it that were not known before
 * @param withActions whether even a first sync or a bulk import sets something off
 */
public record ScoringRun(
        long portalId,
        long executionId,
        Instant startedAt,
        long weightSetId,
        Thresholds thresholds,
        boolean firstSync,
        long newLeads,
        boolean withActions) {

    /** The same run with more new leads. */
    ScoringRun withNewLeads(long many) {
        return new ScoringRun(portalId, executionId, startedAt, weightSetId, thresholds, firstSync, many, withActions);
    }

    /**
     * Whether leads that are scored for the first time set nothing off.
     *
     * @param bulkAbove from more new leads than this on it is a bulk import
     */
    boolean silencesNewLeads(int bulkAbove) {
        return !withActions && (firstSync || newLeads > bulkAbove);
    }
}
