package io.leadscore.delta;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one pull step covers: everything modified since an instant, without an upper bound (a record that is edited
 * while the scan runs is either still ahead of it or falls into the next window).
 *
 * @param since inclusive; null = everything, because the type was never pulled to its end
 */
record PullWindow(@Nullable Instant since) {

    /**
     * The window that follows a watermark.
     *
     * @param watermark start of the last scan that was completed, by HubSpot's clock
     * @param lookBack how far to look behind it
     */
    static PullWindow after(@Nullable Instant watermark, Duration lookBack) {
        return new PullWindow(watermark == null ? null : watermark.minus(lookBack));
    }

    /** Whether it covers everything. */
    boolean isFull() {
        return since == null;
    }
}
