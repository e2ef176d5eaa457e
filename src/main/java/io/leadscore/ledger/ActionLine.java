package io.leadscore.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The line in which new High leads wait until their owner has room for them. Joins the caller's transaction. Thread-safe;
 * one run at a time releases.
 */
public final class ActionLine {

    /** Stands for the owner of the leads that have none. */
    public static final long NOBODY = 0;

    private final Statements statements;

    ActionLine(Statements statements) {
        this.statements = statements;
    }

    /**
     * A move whose actions wait no more.
     *
     * @param sequence which of the lead's moves it is
     */
    public record Release(long contactId, long sequence) {}

    /** All that wait, best lead first, then who has waited longer. */
    public List<WaitingAction> waiting(long portalId) {
        return inState(portalId, ActionState.WAITING);
    }

    /** All that are kept until the best leads are chosen, best lead first. */
    public List<WaitingAction> held(long portalId) {
        return inState(portalId, ActionState.HELD);
    }

    private List<WaitingAction> inState(long portalId, ActionState state) {
        return statements.query(
                "SELECT " + ActionRows.QUEUED + ", COALESCE(s.points, c.points) FROM action_outbox o"
                        + ActionRows.WITH_CROSSING
                        + " LEFT JOIN score s ON s.portal_id = o.portal_id AND s.contact_id = o.contact_id"
                        + " WHERE o.portal_id = ? AND o.state = ?"
                        + " ORDER BY COALESCE(s.points, c.points) DESC, c.crossed_at, o.contact_id, o.id",
                to -> to.number(portalId).constant(state),
                row -> new WaitingAction(ActionRows.readQueued(row), row.count()));
    }

    /**
     * What becomes of an action whose lead was chosen.
     *
     * @param state {@code WAITING} or {@code PENDING}
     */
    public record Choice(long id, ActionState state, Instant dueAt) {}

    /** Lets actions go on whose leads are the best. */
    public void choose(long portalId, Collection<Choice> choices) {
        statements.batch(
                "UPDATE action_outbox SET state = ?, next_at = ? WHERE portal_id = ? AND id = ? AND state = 'HELD'",
                choices,
                (choice, to) -> to.constant(choice.state())
                        .instant(choice.dueAt())
                        .number(portalId)
                        .number(choice.id()));
    }

    /** Cancels actions whose leads are not among the best; their rules may fire again at once. */
    public void passOver(long portalId, Collection<QueuedAction> actions, Instant at) {
        statements.batch(
                "DELETE FROM action_firing WHERE portal_id = ? AND contact_id = ? AND rule_name = ?",
                actions,
                (action, to) -> to.number(portalId).number(action.contactId()).text(action.rule()));
        statements.batch(
                "UPDATE action_outbox SET state = 'CANCELLED', code = 'NOT_THE_BEST', settled_at = ?,"
                        + " sentence = 'Other weights alone moved the lead, and others were better.'"
                        + " WHERE portal_id = ? AND id = ? AND state = 'HELD'",
                actions,
                (action, to) -> to.instant(at).number(portalId).number(action.id()));
    }

    /** How many moves were released on a local day, by the owner of the lead or whom it was to be given to. */
    public Map<Long, Integer> released(long portalId, LocalDate day) {
        Map<Long, Integer> released = new HashMap<>();
        statements.query(
                "SELECT COALESCE(c.owner_id, (SELECT MAX(a.owner_id) FROM action_outbox a"
                        + " WHERE a.portal_id = c.portal_id AND a.contact_id = c.contact_id"
                        + " AND a.crossing = c.crossing AND a.kind = 'ASSIGN'), " + NOBODY + ")"
                        + " FROM action_crossing c WHERE c.portal_id = ? AND c.released_on = ?",
                to -> to.number(portalId).number(day.toEpochDay()),
                row -> released.merge(row.number(), 1, Integer::sum));
        return released;
    }

    /**
     * Lets moves out of the line.
     *
     * @param day the local day on which they take their owner's room
     * @param dueAt when each of their actions is to be done, by its number in the outbox
     */
    public void release(long portalId, LocalDate day, Collection<Release> moves, Map<Long, Instant> dueAt) {
        statements.batch(
                "UPDATE action_crossing SET released_on = ? WHERE portal_id = ? AND contact_id = ? AND crossing = ?",
                moves,
                (move, to) -> to.number(day.toEpochDay())
                        .number(portalId)
                        .number(move.contactId())
                        .number(move.sequence()));
        statements.batch(
                "UPDATE action_outbox SET state = 'PENDING', next_at = ?"
                        + " WHERE portal_id = ? AND id = ? AND state = 'WAITING'",
                dueAt.entrySet(),
                (due, to) -> to.instant(due.getValue()).number(portalId).number(due.getKey()));
    }

    /** Cancels what waits for these leads, which are High no more; their rules may fire again at once. */
    public void cancel(long portalId, Collection<Long> contactIds, Instant at) {
        statements.batch(
                "DELETE FROM action_firing WHERE portal_id = ? AND contact_id = ? AND rule_name IN (SELECT o.rule_name"
                        + " FROM action_outbox o WHERE o.portal_id = ? AND o.contact_id = ? AND o.state IN ('WAITING', 'HELD'))",
                contactIds,
                (id, to) -> to.number(portalId).number(id).number(portalId).number(id));
        statements.batch(
                "UPDATE action_outbox SET state = 'CANCELLED', code = 'LEFT', settled_at = ?,"
                        + " sentence = 'The lead left High while it waited in line.'"
                        + " WHERE portal_id = ? AND contact_id = ? AND state IN ('WAITING', 'HELD')",
                contactIds,
                (id, to) -> to.instant(at).number(portalId).number(id));
    }
}
