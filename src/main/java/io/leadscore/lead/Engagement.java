package io.leadscore.lead;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened between the team and a lead. Texts, subjects and addresses are never kept. */
public sealed interface Engagement extends Facts {

    /** When it happened (HubSpot's {@code hs_timestamp}); of a task: when it is due. */
    Instant occurredAt();

    /** Who it came from. */
    enum Direction {
        /** From the team to the lead. */
        OUTGOING,
        /** From the lead to the team. */
        INCOMING
    }

    /**
     * A one-to-one e-mail.
     *
     * @param status HubSpot's {@code hs_email_status}, such as {@code SENT} or {@code BOUNCED}; of a draft {@code DRAFT}
     * @param opens how often it was opened, machine opens included
     * @param clicks how often a link in it was clicked, machine clicks included
     * @param replies how often it was answered
     * @param firstSeen how its opens and clicks stood when they were first seen; null while there are none
     * @param automatic whether a machine answered, such as an out-of-office notice
     */
    record Email(
            long id,
            Instant createdAt,
            Instant modifiedAt,
            Instant occurredAt,
            @Nullable Direction direction,
            @Nullable String status,
            int opens,
            int clicks,
            int replies,
            @Nullable FirstSeen firstSeen,
            boolean automatic)
            implements Engagement {

        /** An e-mail that somebody wrote. */
        public Email(
                long id,
                Instant createdAt,
                Instant modifiedAt,
                Instant occurredAt,
                @Nullable Direction direction,
                @Nullable String status,
                int opens,
                int clicks,
                int replies,
                @Nullable FirstSeen firstSeen) {
            this(id, createdAt, modifiedAt, occurredAt, direction, status, opens, clicks, replies, firstSeen, false);
        }

        /** The same e-mail with another first sight. */
        public Email seenFirst(FirstSeen other) {
            return new Email(
                    id, createdAt, modifiedAt, occurredAt, direction, status, opens, clicks, replies, other, automatic);
        }

        @Override
        public ObjectType type() {
            return ObjectType.EMAILS;
        }
    }

    /**
     * The first sight of an e-mail's opens and clicks: what shows a machine, which opens within seconds and follows all
     * links at once.
     *
     * @param afterDelivery from the e-mail's sending to the record's last change at first sight; never negative
     * @param opens opens at first sight
     * @param clicks clicks at first sight
     */
    record FirstSeen(Duration afterDelivery, int opens, int clicks) {}

    /**
     * A call.
     *
     * @param status HubSpot's {@code hs_call_status}, such as {@code COMPLETED} or {@code NO_ANSWER}
     * @param disposition HubSpot's id of the call's outcome
     * @param duration how long it lasted
     */
    record Call(
            long id,
            Instant createdAt,
            Instant modifiedAt,
            Instant occurredAt,
            @Nullable Direction direction,
            @Nullable String status,
            @Nullable String disposition,
            @Nullable Duration duration)
            implements Engagement {

        @Override
        public ObjectType type() {
            return ObjectType.CALLS;
        }
    }

    /**
     * A meeting.
     *
     * @param startsAt when it starts
     * @param endsAt when it ends
     * @param outcome HubSpot's {@code hs_meeting_outcome}, such as {@code COMPLETED} or {@code NO_SHOW}
     */
    record Meeting(
            long id,
            Instant createdAt,
            Instant modifiedAt,
            Instant occurredAt,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String outcome)
            implements Engagement {

        @Override
        public ObjectType type() {
            return ObjectType.MEETINGS;
        }
    }

    /** A note that somebody of the team took. */
    record Note(long id, Instant createdAt, Instant modifiedAt, Instant occurredAt) implements Engagement {

        @Override
        public ObjectType type() {
            return ObjectType.NOTES;
        }
    }

    /**
     * A task of the team.
     *
     * @param status HubSpot's {@code hs_task_status}, such as {@code NOT_STARTED} or {@code COMPLETED}
     */
    record Task(
            long id,
            Instant createdAt,
            Instant modifiedAt,
            Instant occurredAt,
            @Nullable String status) implements Engagement {

        @Override
        public ObjectType type() {
            return ObjectType.TASKS;
        }
    }

    /**
     * A message over another channel.
     *
     * @param channel HubSpot's {@code hs_communication_channel_type}, such as {@code SMS}
     */
    record Communication(
            long id,
            Instant createdAt,
            Instant modifiedAt,
            Instant occurredAt,
            @Nullable String channel) implements Engagement {

        @Override
        public ObjectType type() {
            return ObjectType.COMMUNICATIONS;
        }
    }
}
