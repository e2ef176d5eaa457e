package io.leadscore.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What HubSpot was last told about a contact.
 *
 * @param contactId the contact
 * @param points of the score
 * @param scoredAt when the score last changed
 * @param properties the score properties as last written to HubSpot, by internal name
 * @param hubspotUpdatedAt when HubSpot says that it took them
 * @param takenBack how often in a row our values were written again because somebody else had changed them
 */
public record WrittenScore(
        long contactId,
        int points,
        Instant scoredAt,
        Map<String, String> properties,
        @Nullable Instant hubspotUpdatedAt,
        int takenBack) {

    public WrittenScore {
        properties = Map.copyOf(properties);
    }
}
