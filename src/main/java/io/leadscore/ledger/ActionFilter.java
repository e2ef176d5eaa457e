package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which actions are meant: those of which all of this is so.
 *
 * @param states how far they are, at least one
 * @param ids their numbers; empty: any
 * @param rule name of their rule; null: any
 * @param kind what they are; null: anything
 * @param ownerId whose leads they are about; null: anybody's
 * @param contactId which lead they are about; null: any
 * @param since set off then or later; null: whenever
 * @param before set off before then; null: whenever
 */
public record ActionFilter(
        Set<ActionState> states,
        Set<Long> ids,
        @Nullable String rule,
        @Nullable ActionKind kind,
        @Nullable Long ownerId,
        @Nullable Long contactId,
        @Nullable Instant since,
        @Nullable Instant before) {

    public ActionFilter {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("no state is meant");
        }
        states = EnumSet.copyOf(states);
        ids = Set.copyOf(ids);
    }

    /** All in these states. */
    public static ActionFilter in(Set<ActionState> states) {
        return new ActionFilter(states, Set.of(), null, null, null, null, null, null);
    }

    /** A condition on the table {@code action_outbox}, whose parameters {@link #bind} sets. */
    String condition() {
        return "action_outbox.portal_id = ? AND action_outbox.state IN ("
                + states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ")) + ")"
                + (ids.isEmpty() ? "" : " AND action_outbox.id IN (?" + ", ?".repeat(ids.size() - 1) + ")")
                + (rule == null ? "" : " AND action_outbox.rule_name = ?")
                + (kind == null ? "" : " AND action_outbox.kind = ?")
                + (contactId == null ? "" : " AND action_outbox.contact_id = ?")
                + (since == null ? "" : " AND action_outbox.queued_at >= ?")
                + (before == null ? "" : " AND action_outbox.queued_at < ?")
                + (ownerId == null
                        ? ""
                        : " AND COALESCE((SELECT c.owner_id FROM action_crossing c"
                                + " WHERE c.portal_id = action_outbox.portal_id"
                                + " AND c.contact_id = action_outbox.contact_id"
                                + " AND c.crossing = action_outbox.crossing), action_outbox.owner_id) = ?");
    }

    Parameters bind(long portalId, Parameters to) throws SQLException {
        to.number(portalId);
        for (long id : new TreeSet<>(ids)) {
            to.number(id);
        }
        if (rule != null) {
            to.text(rule);
        }
        if (kind != null) {
            to.constant(kind);
        }
        if (contactId != null) {
            to.number(contactId);
        }
        if (since != null) {
            to.instant(since);
        }
        if (before != null) {
            to.instant(before);
        }
        return ownerId == null ? to : to.number(ownerId);
    }
}
