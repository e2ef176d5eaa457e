package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead on its way to being won.
 *
 * @param contactId its contact
 * @param enteredAt when it began to count: when it first became High, or when it was created
 * @param wonAt when the first of its deals that were won was closed; null when none was
 */
public record Conversion(
        long contactId, Instant enteredAt, @Nullable Instant wonAt) {

    /** Whether it was won before it entered: then it is no lead. */
    public boolean isOfCustomer() {
        return wonAt != null && !wonAt.isAfter(enteredAt);
    }
}
