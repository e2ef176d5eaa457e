package io.leadscore.delta;

import io.leadscore.lead.Lead;
import io.leadscore.ledger.Touched;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.scoring.Score;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A touched lead after scoring.
 *
 * @param touched the contact and why it was touched
 * @param lead its facts; null when the contact is gone
 * @param score its score; null when the contact is gone
 * @param shadow what a candidate would say; null when none scores beside, or the contact is gone
 * @param written what was last written to HubSpot; null before the first time
 * @param properties every property's value now, by HubSpot's name
 * @param differing those of them that HubSpot does not have yet
 */
record ScoredLead(
        Touched touched,
        @Nullable Lead lead,
        @Nullable Score score,
        @Nullable Score shadow,
        @Nullable WrittenScore written,
        Map<String, String> properties,
        Map<String, String> differing) {

    long contactId() {
        return touched.contactId();
    }
}
