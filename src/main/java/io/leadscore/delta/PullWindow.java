package io.leadscore.delta;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one pull step covers: everything modified since an instant, without an upper bound (a record that is edited
 * while the scan runs is either still ahead of it or falls into the next window).
 *
 * @param since inclusive; null = everything
 * @param changedSince from when on a record counts as changed, so that its associations are read anew; null = none was
 *     ever read
 */
record PullWindow(@Nullable Instant since, @Nullable Instant changedSince) {

    /**
     * The window that follows a watermark; everything, when there is none.
     *
     * @param watermark start of the last scan that was completed, by HubSpot's clock
     * @param lookBack how far to look behind it
     */
    static PullWindow after(@Nullable Instant watermark, Duration lookBack) {
        Instant since = watermark == null ? null : watermark.minus(lookBack);
        return new PullWindow(since, since);
    }

    /** Everything once more, because properties are asked for that the mirror does not have. */
    PullWindow refilled() {
        return new PullWindow(null, changedSince);
    }

    /** Whether it covers everything. */
    boolean isFull() {
        return since == null;
    }

    /** Whether the type was never pulled before. */
    boolean isFirst() {
        return changedSince == null;
    }

    /** Whether a record with this modified time may have other associations than the mirror has. */
    boolean hasChanged(Instant modifiedAt) {
        return changedSince == null || !modifiedAt.isBefore(changedSince);
    }
}
