package io.leadscore.recalibration;

import io.leadscore.report.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one run shall do.
 *
 * @param dryRun whether to learn and judge only: no weight set is kept, none is promoted
 * @param history how far back deals are learnt from; null: as the settings say
 * @param progress told how far the run is
 */
public record RecalibrationRequest(boolean dryRun, @Nullable Duration history, Progress progress) {

    /** A run that nobody watches. */
    public static RecalibrationRequest unattended() {
        return new RecalibrationRequest(false, null, Progress.SILENT);
    }
}
