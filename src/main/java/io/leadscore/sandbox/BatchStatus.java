package io.leadscore.sandbox;

import java.util.Locale;

/** Where a batch stands. */
enum BatchStatus {
    VALIDATING(false),
    FAILED(true),
    IN_PROGRESS(false),
    COMPLETED(true),
    EXPIRED(true),
    CANCELLING(false),
    CANCELLED(true);

    private final boolean last;

    BatchStatus(boolean last) {
        this.last = last;
    }

    /** Whether nothing comes after it. */
    boolean last() {
        return last;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
