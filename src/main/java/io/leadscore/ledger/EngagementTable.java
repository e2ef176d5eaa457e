package io.leadscore.ledger;

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
import io.leadscore.ledger.Column.Getter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How engagements are mirrored: one table for all types, a column that a type does not have is null. */
final class EngagementTable {

    private static final List<Column<Engagement>> COLUMNS = List.of(
            Column.instant("created_at", Engagement::createdAt),
            Column.instant("occurred_at", Engagement::occurredAt),
            Column.constant("direction", EngagementTable::direction),
            Column.text("status", EngagementTable::status),
            Column.count("opens", of(Email.class, Email::opens)),
            Column.count("clicks", of(Email.class, Email::clicks)),
            Column.count("replies", of(Email.class, Email::replies)),
            Column.duration("first_seen_after_ms", ofFirstSeen(FirstSeen::afterDelivery)),
            Column.count("first_seen_opens", ofFirstSeen(FirstSeen::opens)),
            Column.count("first_seen_clicks", ofFirstSeen(FirstSeen::clicks)),
            Column.text("disposition", of(Call.class, Call::disposition)),
            Column.duration("duration_ms", of(Call.class, Call::duration)),
            Column.instant("starts_at", of(Meeting.class, Meeting::startsAt)),
            Column.instant("ends_at", of(Meeting.class, Meeting::endsAt)),
            Column.text("outcome", of(Meeting.class, Meeting::outcome)),
            Column.text("channel", of(Communication.class, Communication::channel)),
            Column.flag("automatic", of(Email.class, Email::automatic)));

    private EngagementTable() {}

    static FactsTable<Engagement> of(ObjectType type) {
        return new FactsTable<>(
                "engagement",
                type,
                COLUMNS,
                List.of(),
                List.of("first_seen_after_ms", "first_seen_opens", "first_seen_clicks"),
                EngagementTable::existing,
                EngagementTable::merge,
                row -> read(type, row));
    }

    /** The first sight stays the first: later looks cannot tell how soon the first open came. */
    private static Engagement merge(Existing known, Engagement offered) {
        FirstSeen first = known.firstSeen();
        return offered instanceof Email email && first != null ? email.seenFirst(first) : offered;
    }

    private static Existing existing(Row row) throws SQLException {
        return new Existing(
                row.number(),
                row.number(),
                row.number(),
                false,
                null,
                firstSeen(row.durationOrNull(), row.count(), row.count()),
                null);
    }

    static Engagement read(ObjectType type, Row row) throws SQLException {
        long id = row.number();
        Instant modifiedAt = row.instant();
        Instant createdAt = row.instant();
        Instant occurredAt = row.instant();
        Direction direction = row.constantOrNull(Direction.class);
        String status = row.textOrNull();
        int opens = row.count();
        int clicks = row.count();
        int replies = row.count();
        FirstSeen firstSeen = firstSeen(row.durationOrNull(), row.count(), row.count());
        String disposition = row.textOrNull();
        Duration duration = row.durationOrNull();
        Instant startsAt = row.instantOrNull();
        Instant endsAt = row.instantOrNull();
        String outcome = row.textOrNull();
        String channel = row.textOrNull();
        boolean automatic = row.flag();
        return switch (type) {
            case EMAILS ->
                new Email(
                        id,
                        createdAt,
                        modifiedAt,
                        occurredAt,
                        direction,
                        status,
                        opens,
                        clicks,
                        replies,
                        firstSeen,
                        automatic);
            case CALLS -> new Call(id, createdAt, modifiedAt, occurredAt, direction, status, disposition, duration);
            case MEETINGS -> new Meeting(id, createdAt, modifiedAt, occurredAt, startsAt, endsAt, outcome);
            case NOTES -> new Note(id, createdAt, modifiedAt, occurredAt);
            case TASKS -> new Task(id, createdAt, modifiedAt, occurredAt, status);
            case COMMUNICATIONS -> new Communication(id, createdAt, modifiedAt, occurredAt, channel);
            case CONTACTS, COMPANIES, DEALS -> throw new IllegalArgumentException(type + " are not engagements");
        };
    }

    private static @Nullable FirstSeen firstSeen(@Nullable Duration after, int opens, int clicks) {
        return after == null ? null : new FirstSeen(after, opens, clicks);
    }

    private static @Nullable Direction direction(Engagement engagement) {
        if (engagement instanceof Email email) {
            return email.direction();
        }
        return engagement instanceof Call call ? call.direction() : null;
    }

    private static @Nullable String status(Engagement engagement) {
        if (engagement instanceof Email email) {
            return email.status();
        }
        if (engagement instanceof Call call) {
            return call.status();
        }
        return engagement instanceof Task task ? task.status() : null;
    }

    private static <E extends Engagement, V> Getter<Engagement, V> of(Class<E> type, Getter<E, V> value) {
        return engagement -> type.isInstance(engagement) ? value.of(type.cast(engagement)) : null;
    }

    private static <V> Getter<Engagement, V> ofFirstSeen(Getter<FirstSeen, V> value) {
        return of(Email.class, email -> email.firstSeen() == null ? null : value.of(email.firstSeen()));
    }
}
