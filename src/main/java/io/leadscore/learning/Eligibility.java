package io.leadscore.learning;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which closed deals are learnt from; the others are counted, each under its reason. */
final class Eligibility {

    private final Instant from;
    private final Instant now;

    /**
     * @param from deals that were created before are left out
     * @param now deals that are closed later are left out
     */
    Eligibility(Instant from, Instant now) {
        this.from = from;
        this.now = now;
    }

    /** Why a closed deal is left out; null when it is learnt from. */
    @Nullable
    String excluded(DealFacts deal, @Nullable ContactFacts contact) {
        Instant closedAt = deal.closedAt();
        if (closedAt == null) {
            return "left out: no close date";
        }
        if (deal.createdAt().isBefore(from)) {
            return "left out: older than the history";
        }
        if (closedAt.isAfter(now) || deal.createdAt().isAfter(now)) {
            return "left out: closed in the future";
        }
        // HubSpot's close date may be no more than a day, at its first hour.
        if (closedAt.isBefore(deal.createdAt().minus(Duration.ofDays(1)))) {
            return "left out: closed before it was made";
        }
        return contact == null ? "left out: no contact, or a deleted or merged one" : null;
    }

    /** What is peculiar about a deal that is learnt from nevertheless; null when nothing is. */
    @Nullable
    static String peculiarity(DealFacts deal, ContactFacts contact) {
        Instant closedAt = deal.closedAt();
        if (closedAt != null
                && Duration.between(deal.createdAt(), closedAt).abs().compareTo(Duration.ofDays(1)) < 0) {
            return "taken: closed on the day it was made";
        }
        if (contact.createdAt().isAfter(deal.createdAt())) {
            return "taken: contact younger than its deal";
        }
        Double amount = deal.amount();
        return amount != null && amount == 0 ? "taken: amount zero, not counted as a size" : null;
    }
}
