package io.leadscore.hubspot;

import io.leadscore.lead.Engagement;
import io.leadscore.lead.Engagement.Call;
import io.leadscore.lead.Engagement.Communication;
import io.leadscore.lead.Engagement.Direction;
import io.leadscore.lead.Engagement.Email;
import io.leadscore.lead.Engagement.FirstSeen;
import io.leadscore.lead.Engagement.Meeting;
import io.leadscore.lead.Engagement.Note;
import io.leadscore.lead.Engagement.Task;
import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes facts of an engagement. */
final class EngagementMapping {

    private static final String DRAFT_DIRECTION = "DRAFT_EMAIL";
    private static final String DRAFT = "DRAFT";

    private EngagementMapping() {}

    static Engagement map(ObjectType type, FactsMapping.Origin origin, PropertyValues values) {
        Instant known = values.instant("hs_timestamp");
        Instant at = known == null ? origin.createdAt() : known;
        long id = origin.id();
        Instant created = origin.createdAt();
        Instant modified = origin.modifiedAt();
        return switch (type) {
            case EMAILS -> email(origin, at, values);
            case CALLS ->
                new Call(
                        id,
                        created,
                        modified,
                        at,
                        direction(values.choice("hs_call_direction")),
                        values.choice("hs_call_status"),
                        values.choice("hs_call_disposition"),
                        duration(values.whole("hs_call_duration")));
            case MEETINGS ->
                new Meeting(
                        id,
                        created,
                        modified,
                        at,
                        values.instant("hs_meeting_start_time"),
                        values.instant("hs_meeting_end_time"),
                        values.choice("hs_meeting_outcome"));
            case NOTES -> new Note(id, created, modified, at);
            case TASKS -> new Task(id, created, modified, at, values.choice("hs_task_status"));
            case COMMUNICATIONS ->
                new Communication(id, created, modified, at, values.choice("hs_communication_channel_type"));
            case CONTACTS, COMPANIES, DEALS -> throw new IllegalArgumentException(type + " are no engagements.");
        };
    }

    private static Email email(FactsMapping.Origin origin, Instant at, PropertyValues values) {
        String direction = values.choice("hs_email_direction");
        int opens = values.count("hs_email_open_count");
        int clicks = values.count("hs_email_click_count");
        return new Email(
                origin.id(),
                origin.createdAt(),
                origin.modifiedAt(),
                at,
                direction(direction),
                DRAFT_DIRECTION.equals(direction) ? DRAFT : values.choice("hs_email_status"),
                opens,
                clicks,
                values.count("hs_email_reply_count"),
                opens + clicks > 0 ? new FirstSeen(since(at, origin.modifiedAt()), opens, clicks) : null,
                values.flag("hs_incoming_email_is_out_of_office"));
    }

    private static Duration since(Instant sent, Instant modified) {
        return modified.isBefore(sent) ? Duration.ZERO : Duration.between(sent, modified);
    }

    /** {@code EMAIL} was sent or logged from the CRM; a {@code FORWARDED_EMAIL} may have gone either way. */
    private static @Nullable Direction direction(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "INCOMING_EMAIL", "INBOUND" -> Direction.INCOMING;
            case "EMAIL", "OUTBOUND" -> Direction.OUTGOING;
            default -> null;
        };
    }

    private static @Nullable Duration duration(@Nullable Long millis) {
        return millis == null || millis < 0 ? null : Duration.ofMillis(millis);
    }
}
