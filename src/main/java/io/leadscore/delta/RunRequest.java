package io.leadscore.delta;

import io.leadscore.report.Progress;

/**
 * What one run shall do.
 *
 * @param dryRun whether to compute and report only: nothing is written to HubSpot and no watermark moves
 * @param progress told how far the run is; called from several threads
 */
public record RunRequest(boolean dryRun, Progress progress) {

    /** A run that nobody watches. */
    public static RunRequest unattended() {
        return new RunRequest(false, Progress.SILENT);
    }
}
