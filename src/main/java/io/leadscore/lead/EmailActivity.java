package io.leadscore.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact's roll-up of e-mail activity as HubSpot keeps it on the contact: counts of marketing e-mails, instants of
 * marketing and of one-to-one sales e-mails together (the later one).
 *
 * @param opens opens of marketing e-mails, machine opens included
 * @param clicks clicks in marketing e-mails
 * @param replies replies to marketing e-mails
 * @param lastSentAt when the last marketing e-mail was sent
 * @param lastOpenedAt when an e-mail was last opened
 * @param lastClickedAt when a link was last clicked
 * @param lastRepliedAt when an e-mail was last answered
 */
public record EmailActivity(
        int opens,
        int clicks,
        int replies,
        @Nullable Instant lastSentAt,
        @Nullable Instant lastOpenedAt,
        @Nullable Instant lastClickedAt,
        @Nullable Instant lastRepliedAt) {

    /** Nothing known. */
    public static final EmailActivity NONE = new EmailActivity(0, 0, 0, null, null, null, null);
}
