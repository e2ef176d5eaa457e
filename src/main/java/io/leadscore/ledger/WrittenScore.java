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
 * @param takenBack how often in a row our values were written again because somebody else had changed them, {@value
 *     #OFTEN} for more often than that, and {@value #LEFT} when theirs were left
 */
public record WrittenScore(
        long contactId,
        int points,
        Instant scoredAt,
        Map<String, String> properties,
        @Nullable Instant hubspotUpdatedAt,
        int takenBack) {

    /** Who changes our values so often in a row means it. */
    public static final int OFTEN = 2;

    /** Theirs were left. */
    public static final int LEFT = 3;

    public WrittenScore {
        properties = Map.copyOf(properties);
    }
}
