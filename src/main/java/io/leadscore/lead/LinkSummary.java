package io.leadscore.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's own summary, on the contact, of what it is associated to. Nothing is scored by it: when it moves, an
 * association was made, changed or removed, even if the contact's modified time is that of our own last write.
 *
 * @param companyId the primary company
 * @param deals number of associated deals
 * @param activities number of logged activities
 * @param lastActivityAt when the last of them happened
 */
public record LinkSummary(
        @Nullable Long companyId,
        int deals,
        int activities,
        @Nullable Instant lastActivityAt) {

    /** Nothing known. */
    public static final LinkSummary NONE = new LinkSummary(null, 0, 0, null);
}
