package io.leadscore.ledger;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How actions and the moves that set them off lie in their tables. */
final class ActionRows {

    /** What {@link #readQueued} reads, of the aliases {@code o} and {@code c}. */
    static final String QUEUED = "o.id, o.rule_name, o.step, o.kind, o.marker, o.state, o.attempts, o.tried_at,"
            + " o.sent_at, o.claim, o.owner_id, c.contact_id, c.crossing, c.crossed_at, c.execution_id,"
            + " c.points_before, c.priority_before, c.points, c.priority, c.next_action, c.owner_id, c.country,"
            + " c.region, c.employees, c.reasons";

    /** The move that set an action off. */
    static final String WITH_CROSSING = " LEFT JOIN action_crossing c ON c.portal_id = o.portal_id"
            + " AND c.contact_id = o.contact_id AND c.crossing = o.crossing";

    static final String INSERT_CROSSING = Dialect.insert(
            "action_crossing",
            List.of(
                    "portal_id",
                    "contact_id",
                    "crossing",
                    "crossed_at",
                    "execution_id",
                    "points_before",
                    "priority_before",
                    "points",
                    "priority",
                    "next_action",
                    "owner_id",
                    "country",
                    "region",
                    "employees",
                    "reasons"));

    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private ActionRows() {}

    static void bind(long portalId, Crossing crossing, Parameters to) throws SQLException {
        Integer before = crossing.pointsBefore();
        to.number(portalId)
                .number(crossing.contactId())
                .number(crossing.sequence())
                .instant(crossing.at())
                .number(crossing.executionId())
                .number(before == null ? null : Long.valueOf(before))
                .constant(crossing.priorityBefore())
                .number(crossing.points())
                .constant(crossing.priority())
                .constant(crossing.action())
                .number(crossing.ownerId())
                .text(crossing.country())
                .text(crossing.region())
                .number(crossing.employees())
                .text(JsonText.of(crossing.reasons()));
    }

    static QueuedAction readQueued(Row row) throws SQLException {
        long id = row.number();
        String rule = row.text();
        int step = row.count();
        ActionKind kind = row.constant(ActionKind.class);
        String marker = row.text();
        ActionState state = row.constant(ActionState.class);
        int attempts = row.count();
        Instant triedAt = row.instantOrNull();
        Instant sentAt = row.instantOrNull();
        String claim = row.textOrNull();
        Long assignee = row.numberOrNull();
        return new QueuedAction(
                id, readCrossing(row), rule, step, kind, marker, state, attempts, triedAt, sentAt, claim, assignee);
    }

    private static Crossing readCrossing(Row row) throws SQLException {
        return new Crossing(
                row.number(),
                row.number(),
                row.instant(),
                row.number(),
                countOrNull(row),
                row.constantOrNull(Priority.class),
                row.count(),
                row.constant(Priority.class),
                row.constant(NextBestAction.class),
                row.numberOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.numberOrNull(),
                JsonText.read(row.text(), SENTENCES));
    }

    private static @Nullable Integer countOrNull(Row row) throws SQLException {
        Long number = row.numberOrNull();
        return number == null ? null : Math.toIntExact(number);
    }

    static @Nullable Long day(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    static @Nullable LocalDate day(@Nullable Long day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
