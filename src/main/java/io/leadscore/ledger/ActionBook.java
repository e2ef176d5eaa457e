package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outbox as people look at it, and what they may change in it. Joins the caller's transaction. Thread-safe. */
public final class ActionBook {

    private static final String RETRY = "state = 'PENDING', attempts = 0, tried_at = NULL, next_at = ?, code = NULL,"
            + " sentence = NULL, told = FALSE, owner_id = CASE WHEN kind = 'ASSIGN' THEN NULL ELSE owner_id END";
    private static final String DISMISS = "state = 'DISMISSED', settled_at = ?, told = TRUE";

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

    /** Actions, newest first. */
    public List<ActionEntry> list(long portalId, ActionFilter filter, int most) {
        return statements.query(
                "SELECT action_outbox.id, action_outbox.contact_id, rule_name, kind, state, c.points,"
                        + " COALESCE(c.owner_id, action_outbox.owner_id), queued_at, next_at, attempts, settled_at,"
                        + " hubspot_id, code, sentence, decision, decided_by, decided_at FROM action_outbox"
                        + " LEFT JOIN action_crossing c ON c.portal_id = action_outbox.portal_id"
                        + " AND c.contact_id = action_outbox.contact_id AND c.crossing = action_outbox.crossing WHERE "
                        + filter.condition() + " ORDER BY action_outbox.id DESC LIMIT ?",
                to -> filter.bind(portalId, to).number(most),
                ActionBook::read);
    }

    /** How many actions are meant. */
    public long count(long portalId, ActionFilter filter) {
        return statements.number(
                "SELECT COUNT(*) FROM action_outbox WHERE " + filter.condition(), to -> filter.bind(portalId, to));
    }

    /**
     * Does as somebody decided, and remembers who it was.
     *
     * @param filter which actions; {@code FAILED} or {@code UNKNOWN} ones only
     * @return how many
     */
    public int decide(long portalId, ActionFilter filter, ActionDecision decision) {
        if (!EnumSet.of(ActionState.FAILED, ActionState.UNKNOWN).containsAll(filter.states())) {
            throw new IllegalArgumentException("nothing is to be decided of " + filter.states());
        }
        String change = decision.verb() == ActionDecision.Verb.RETRY ? RETRY : DISMISS;
        return statements.update(
                "UPDATE action_outbox SET decision = ?, decided_by = ?, decided_at = ?, " + change + " WHERE "
                        + filter.condition(),
                to -> filter.bind(
                        portalId,
                        to.constant(decision.verb())
                                .text(decision.who())
                                .instant(decision.at())
                                .instant(decision.at())));
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
                row.textOrNull(),
                decision(row));
    }

    private static @Nullable ActionDecision decision(Row row) throws SQLException {
        ActionDecision.Verb verb = row.constantOrNull(ActionDecision.Verb.class);
        String who = row.textOrNull();
        Instant at = row.instantOrNull();
        return verb == null || who == null || at == null ? null : new ActionDecision(verb, who, at);
    }
}
