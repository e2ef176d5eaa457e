package io.leadscore.hubspot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A note that is to be created on a contact.
 *
 * @param marker {@code ls-} and 16 hexadecimal digits, another for every activity
 * @param ownerId whose note it is; null: nobody's
 * @param at where it stands on the contact's timeline
 * @param lines the body, plain text: it is escaped here
 */
public record NewNote(
        String marker, long contactId, @Nullable Long ownerId, Instant at, List<String> lines) implements NewActivity {

    /** @throws IllegalArgumentException when the marker is none, or the body longer than HubSpot takes */
    public NewNote {
        Marker.check(marker);
        lines = List.copyOf(lines);
        ActivityBody.check(lines, marker);
    }

    @Override
    public ActivityKind kind() {
        return ActivityKind.NOTE;
    }

    @Override
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("hs_timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        properties.put("hs_note_body", ActivityBody.of(lines, marker));
        if (ownerId != null) {
            properties.put("hubspot_owner_id", Long.toString(ownerId));
        }
        return properties;
    }

    /** Without its text. */
    @Override
    public String toString() {
        return "NewNote[" + marker + "]";
    }
}
