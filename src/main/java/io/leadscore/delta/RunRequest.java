package io.leadscore.delta;

import io.leadscore.report.Progress;

/**
 * What one run shall do.
 *
 * @param dryRun whether to compute and report only: nothing is written to HubSpot and no watermark moves
 * @param withActions whether a first sync or a bulk import sets off actions, too
 * @param progress told how far the run is; called from several threads
 */
public record RunRequest(boolean dryRun, boolean withActions, Progress progress) {

    /** A run in which first syncs and bulk imports set nothing off. */
    public RunRequest(boolean dryRun, Progress progress) {
        this(dryRun, false, progress);
    }

    /** A run that nobody watches. */
    public static RunRequest unattended() {
        return new RunRequest(false, false, Progress.SILENT);
    }
}
