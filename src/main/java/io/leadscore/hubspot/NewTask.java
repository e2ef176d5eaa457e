package io.leadscore.hubspot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task that is to be created on a contact.
 *
 * @param marker {@code ls-} and 16 hexadecimal digits, another for every activity
 * @param ownerId whose task it is; null: nobody's
 * @param dueAt when it is due
 * @param subject plain text, one line
 * @param lines the body, plain text: it is escaped here
 */
public record NewTask(
        String marker,
        long contactId,
        @Nullable Long ownerId,
        Instant dueAt,
        String subject,
        List<String> lines,
        Priority priority,
        Type type)
        implements NewActivity {

    /** How urgent a task is. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What a task asks for. */
    public enum Type {
        CALL,
        EMAIL,
        TODO
    }

    /** @throws IllegalArgumentException when the marker is none, or the body longer than HubSpot takes */
    public NewTask {
        Marker.check(marker);
        lines = List.copyOf(lines);
        ActivityBody.check(lines, marker);
    }

    @Override
    public ActivityKind kind() {
        return ActivityKind.TASK;
    }

    @Override
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("hs_timestamp", dueAt.truncatedTo(ChronoUnit.MILLIS).toString());
        properties.put("hs_task_subject", subject);
        properties.put("hs_task_body", ActivityBody.of(lines, marker));
        properties.put("hs_task_status", "NOT_STARTED");
        properties.put("hs_task_priority", priority.name());
        properties.put("hs_task_type", type.name());
        if (ownerId != null) {
            properties.put("hubspot_owner_id", Long.toString(ownerId));
        }
        return properties;
    }

    /** Without its texts. */
    @Override
    public String toString() {
        return "NewTask[" + marker + "]";
    }
}
