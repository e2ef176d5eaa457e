package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be done about leads: written together with the scores that set it off, claimed before each call and settled
 * after it, so that whatever happens in between is known to be unknown. Joins the caller's transaction; whoever calls
 * HubSpot commits a claim first. Thread-safe, also across processes.
 */
public final class Outbox {

    private static final String INSERT = Dialect.insert(
            "action_outbox",
            List.of(
                    "portal_id",
                    "contact_id",
                    "crossing",
                    "rule_name",
                    "step",
                    "kind",
                    "marker",
                    "state",
                    "attempts",
                    "queued_at",
                    "next_at",
                    "told"));

    private static final String SELECT =
            "SELECT " + ActionRows.QUEUED + " FROM action_outbox o" + ActionRows.WITH_CROSSING;

    /** An assignment of the same move that may still give the lead an owner. */
    private static final String NO_ASSIGNMENT_AHEAD = " AND NOT EXISTS (SELECT 1 FROM action_outbox a"
            + " WHERE a.portal_id = o.portal_id AND a.contact_id = o.contact_id AND a.crossing = o.crossing"
            + " AND a.kind = 'ASSIGN' AND a.state IN ('PENDING', 'SENT'))";

    private final Statements statements;

    Outbox(Statements statements) {
        this.statements = statements;
    }

    /** Adds actions with the moves that set them off; a move without actions is to be left out. */
    public void add(long portalId, Collection<Crossing> crossings, Collection<NewAction> actions, Instant at) {
        List<Crossing> ordered = crossings.stream()
                .sorted(Comparator.comparing(Crossing::contactId).thenComparing(Crossing::sequence))
                .toList();
        statements.batch(
                ActionRows.INSERT_CROSSING, ordered, (crossing, to) -> ActionRows.bind(portalId, crossing, to));
        List<NewAction> inOrder = actions.stream()
                .sorted(Comparator.comparing(NewAction::contactId))
                .toList();
        statements.batch(INSERT, inOrder, (action, to) -> to.number(portalId)
                .number(action.contactId())
                .number(action.crossing())
                .text(action.rule())
                .number(action.step())
                .constant(action.kind())
                .text(action.marker())
                .constant(action.state())
                .number(0)
                .instant(at)
                .instant(action.dueAt())
                .flag(false));
    }

    /**
     * Actions of a kind that are to be done now, those that are due the longest first.
     *
     * @param unowned whether those are among them whose move may still give the lead an owner
     * @param except steps that are left alone
     */
    public List<QueuedAction> due(
            long portalId, ActionKind kind, Instant now, int most, boolean unowned, Set<StepKey> except) {
        boolean any = unowned || kind == ActionKind.ASSIGN;
        return statements.query(
                SELECT + " WHERE o.portal_id = ? AND o.state = 'PENDING' AND o.kind = ? AND o.next_at <= ?"
                        + (any ? "" : NO_ASSIGNMENT_AHEAD)
                        + " AND NOT (o.rule_name = ? AND o.step = ?)".repeat(except.size())
                        + " ORDER BY o.portal_id, o.state, o.kind, o.next_at, o.id LIMIT ?",
                to -> {
                    to.number(portalId).constant(kind).instant(now);
                    for (StepKey step : except) {
                        to.text(step.rule()).number(step.step());
                    }
                    to.number(most);
                },
                ActionRows::readQueued);
    }

    /** The numbers of pending actions of a kind and step that are due since then or longer, in no order. */
    public List<Long> dueOf(long portalId, ActionKind kind, StepKey step, Instant then, int most) {
        boolean all = step.equals(StepKey.ALL);
        return statements.query(
                "SELECT id FROM action_outbox WHERE portal_id = ? AND state = 'PENDING' AND kind = ? AND next_at <= ?"
                        + (all ? "" : " AND rule_name = ? AND step = ?") + " LIMIT ?",
                to -> {
                    to.number(portalId).constant(kind).instant(then);
                    if (!all) {
                        to.text(step.rule()).number(step.step());
                    }
                    to.number(most);
                },
                Row::number);
    }

    /** Actions of a kind that were sent, and of which nobody knows whether they were done; oldest first. */
    public List<QueuedAction> sent(long portalId, ActionKind kind) {
        return statements.query(
                SELECT + " WHERE o.portal_id = ? AND o.state = 'SENT' AND o.kind = ? ORDER BY o.sent_at, o.id",
                to -> to.number(portalId).constant(kind),
                ActionRows::readQueued);
    }

    /**
     * Marks those of these actions as sent that are still pending. When the caller's commit returns, that they are is on the
     * disk: a kill forgets no claim whose call may have left.
     *
     * @param claim a token that was never used before
     * @return those that are the caller's now
     */
    public Set<Long> claim(long portalId, Collection<Long> ids, String claim, Instant at) {
        statements.batch(
                "UPDATE action_outbox SET state = 'SENT', sent_at = ?, claim = ?"
                        + " WHERE portal_id = ? AND id = ? AND state = 'PENDING'",
                ids,
                (id, to) -> to.instant(at).text(claim).number(portalId).number(id));
        statements.mustLast();
        return new HashSet<>(statements.found(
                "SELECT o.id, o.id FROM " + Statements.IDS
                        + " LEFT JOIN action_outbox o ON o.portal_id = ? AND o.id = k.id AND o.claim = ?"
                        + " AND o.state = 'SENT'",
                to -> to.ids(ids).number(portalId).text(claim),
                Row::number));
    }

    /** Says what became of actions that were sent with a claim; those that somebody else settled stay as they are. */
    public void settle(long portalId, String claim, Collection<Settlement> settlements, Instant at) {
        statements.batch(
                "UPDATE action_outbox SET state = ?, attempts = ?, tried_at = ?, next_at = COALESCE(?, next_at), hubspot_id = ?, code = ?,"
                        + " sentence = ?, settled_at = ?, sent_at = CASE WHEN ? THEN ? ELSE sent_at END"
                        + " WHERE portal_id = ? AND id = ? AND state = 'SENT' AND claim = ?",
                settlements,
                (settlement, to) -> bind(settlement, at, to)
                        .number(portalId)
                        .number(settlement.id())
                        .text(claim));
    }

    /** What is still not known was sent as late as now, for all that can be said. */
    private static Parameters bind(Settlement settlement, Instant at, Parameters to) throws SQLException {
        return to.constant(settlement.state())
                .number(settlement.attempts())
                .instant(settlement.triedAt())
                .instant(settlement.dueAt())
                .text(settlement.hubspotId())
                .text(settlement.code())
                .text(settlement.sentence())
                .instant(at)
                .flag(settlement.state() == ActionState.SENT)
                .instant(at);
    }

    /** Ends actions that were not sent, for a reason of our own. */
    public void end(long portalId, Collection<Long> ids, ActionState state, String code, String sentence, Instant at) {
        statements.batch(
                "UPDATE action_outbox SET state = ?, code = ?, sentence = ?, settled_at = ?"
                        + " WHERE portal_id = ? AND id = ? AND state IN ('WAITING', 'PENDING', 'HELD')",
                ids,
                (id, to) -> to.constant(state)
                        .text(code)
                        .text(sentence)
                        .instant(at)
                        .number(portalId)
                        .number(id));
    }

    /**
     * Cancels what is pending of a kind when the same step of the same rule was queued again for the lead since: what is
     * to be true of the lead now is what the last one says.
     *
     * @return how many
     */
    public int cancelOvertaken(long portalId, ActionKind kind, Instant at) {
        return statements.update(
                "UPDATE action_outbox SET state = 'CANCELLED', code = 'OVERTAKEN', settled_at = ? WHERE portal_id = ?"
                        + " AND state = 'PENDING' AND kind = ? AND EXISTS (SELECT 1 FROM action_outbox n"
                        + " WHERE n.portal_id = action_outbox.portal_id AND n.contact_id = action_outbox.contact_id"
                        + " AND n.crossing > action_outbox.crossing AND n.rule_name = action_outbox.rule_name"
                        + " AND n.step = action_outbox.step AND n.state <> 'CANCELLED')",
                to -> to.instant(at).number(portalId).constant(kind));
    }

    /** Says who owns the leads now that moves of theirs gave away. */
    public void own(long portalId, Collection<QueuedAction> assignments, Map<Long, Long> ownerByAction) {
        Map<Long, QueuedAction> byId = new TreeMap<>();
        assignments.forEach(action -> byId.put(action.id(), action));
        byId.keySet().retainAll(ownerByAction.keySet());
        statements.batch(
                "UPDATE action_crossing SET owner_id = ? WHERE portal_id = ? AND contact_id = ? AND crossing = ?",
                byId.values(),
                (action, to) -> to.number(ownerByAction.get(action.id()))
                        .number(portalId)
                        .number(action.contactId())
                        .number(action.crossing().sequence()));
    }
}
