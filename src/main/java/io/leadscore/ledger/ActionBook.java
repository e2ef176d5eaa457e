package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The outbox as people look at it, and what they may change in it. Joins the caller's transaction. Thread-safe. */
public final class ActionBook {

    private static final String TRY_AGAIN = "UPDATE action_outbox SET state = 'PENDING', attempts = 0, tried_at = NULL,"
            + " next_at = ?, code = NULL, sentence = NULL, told = FALSE,"
            + " owner_id = CASE WHEN kind = 'ASSIGN' THEN NULL ELSE owner_id END WHERE portal_id = ? AND state = ?";

    private final Statements statements;

    ActionBook(Statements statements) {
        this.statements = statements;
    }

    /** How many actions of each kind are how far; those of which there are none are left out. */
    public List<ActionCount> counts(long portalId) {
        return statements.query(
                "SELECT kind, state, COUNT(*) FROM action_outbox WHERE portal_id = ? GROUP BY kind, state"
                        + " ORDER BY kind, state",
                to -> to.number(portalId),
                row -> new ActionCount(row.constant(ActionKind.class), row.constant(ActionState.class), row.number()));
    }

    /** Actions in these states, newest first. */
    public List<ActionEntry> list(long portalId, Set<ActionState> states, int most) {
        return statements.query(
                "SELECT o.id, o.contact_id, o.rule_name, o.kind, o.state, c.points, COALESCE(c.owner_id, o.owner_id),"
                        + " o.queued_at, o.next_at, o.attempts, o.settled_at, o.hubspot_id, o.code, o.sentence"
                        + " FROM action_outbox o" + ActionRows.WITH_CROSSING
                        + " WHERE o.portal_id = ? AND o.state IN (" + named(states) + ") ORDER BY o.id DESC LIMIT ?",
                to -> to.number(portalId).number(most),
                ActionBook::read);
    }

    /**
     * Lets actions be tried again that were given up.
     *
     * @param ids which; those that are not in this state stay as they are
     * @param state {@code FAILED} or {@code UNKNOWN}
     * @return how many are tried again
     */
    public int retry(long portalId, Collection<Long> ids, ActionState state, Instant at) {
        int retried = 0;
        for (long id : new TreeSet<>(ids)) {
            retried += statements.update(
                    TRY_AGAIN + " AND id = ?",
                    to -> to.instant(at).number(portalId).constant(state).number(id));
        }
        return retried;
    }

    /** Lets all actions in a state be tried again, and says how many. */
    public int retryAll(long portalId, ActionState state, Instant at) {
        return statements.update(
                TRY_AGAIN, to -> to.instant(at).number(portalId).constant(state));
    }

    /**
     * What was given up without an administrator being told, by reason, what concerns most actions first.
     *
     * @param most how many reasons
     */
    public List<GivenUp> untold(long portalId, int most) {
        return statements.query(
                "SELECT kind, state, sentence, COUNT(*) FROM action_outbox WHERE portal_id = ?"
                        + " AND state IN ('FAILED', 'UNKNOWN') AND told = FALSE GROUP BY kind, state, sentence"
                        + " ORDER BY COUNT(*) DESC, kind, state, sentence LIMIT ?",
                to -> to.number(portalId).number(most),
                row -> new GivenUp(
                        row.constant(ActionKind.class),
                        row.constant(ActionState.class),
                        row.textOrNull(),
                        row.number()));
    }

    /** How many actions were given up since an instant, and are so still: {@code FAILED} or {@code UNKNOWN}. */
    public List<ActionCount> givenUp(long portalId, Instant since) {
        return statements.query(
                "SELECT kind, state, COUNT(*) FROM action_outbox WHERE portal_id = ? AND state IN ('FAILED', 'UNKNOWN')"
                        + " AND settled_at >= ? GROUP BY kind, state ORDER BY kind, state",
                to -> to.number(portalId).instant(since),
                row -> new ActionCount(row.constant(ActionKind.class), row.constant(ActionState.class), row.number()));
    }

    /** Remembers that an administrator was told of all that was given up so far. */
    public void told(long portalId) {
        statements.update(
                "UPDATE action_outbox SET told = TRUE WHERE portal_id = ? AND state IN ('FAILED', 'UNKNOWN')"
                        + " AND told = FALSE",
                to -> to.number(portalId));
    }

    private static ActionEntry read(Row row) throws SQLException {
        return new ActionEntry(
                row.number(),
                row.number(),
                row.text(),
                row.constant(ActionKind.class),
                row.constant(ActionState.class),
                row.count(),
                row.numberOrNull(),
                row.instant(),
                row.instant(),
                row.count(),
                row.instantOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull());
    }

    private static String named(Set<ActionState> states) {
        return states.stream().sorted().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    }
}
