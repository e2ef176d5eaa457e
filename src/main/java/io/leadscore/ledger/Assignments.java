package io.leadscore.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets leads without an owner: what was decided, how far each owner is ahead or behind, and how many High leads each
 * has. Joins the caller's transaction. Thread-safe; one run at a time decides.
 */
public final class Assignments {

    private static final List<String> KEY = List.of("portal_id", "pool", "owner_id");
    private static final List<String> COLUMNS = List.of("portal_id", "pool", "owner_id", "credit");

    private final Statements statements;
    private final String upsert;

    Assignments(Statements statements) {
        this.statements = statements;
        this.upsert = statements.dialect().upsert("assignment_credit", KEY, COLUMNS);
    }

    /** How far each owner is behind its share in a pool, in leads; below 0: ahead. Owners that are even may be missing. */
    public Map<Long, Double> credits(long portalId, String pool) {
        Map<Long, Double> credits = new TreeMap<>();
        statements.query(
                "SELECT owner_id, credit FROM assignment_credit WHERE portal_id = ? AND pool = ?",
                to -> to.number(portalId).text(pool),
                row -> credits.put(row.number(), row.decimal()));
        return credits;
    }

    /** Sets how far owners of a pool are behind. */
    public void credit(long portalId, String pool, Map<Long, Double> credits) {
        statements.batch(upsert, new TreeMap<>(credits).entrySet(), (credit, to) -> to.number(portalId)
                .text(pool)
                .number(credit.getKey())
                .decimal(credit.getValue()));
    }

    /** Decides whom leads are to be assigned to, by the assignment's number in the outbox. */
    public void decide(long portalId, Map<Long, Long> ownerByAction) {
        statements.batch(
                "UPDATE action_outbox SET owner_id = ? WHERE portal_id = ? AND id = ?",
                new TreeMap<>(ownerByAction).entrySet(),
                (decision, to) ->
                        to.number(decision.getValue()).number(portalId).number(decision.getKey()));
    }

    /** Takes a decision back, so that somebody else may be chosen. */
    public void reconsider(long portalId, Iterable<Long> actionIds) {
        Map<Long, Long> undecided = new TreeMap<>();
        actionIds.forEach(id -> undecided.put(id, id));
        statements.batch(
                "UPDATE action_outbox SET owner_id = NULL WHERE portal_id = ? AND id = ?",
                undecided.keySet(),
                (id, to) -> to.number(portalId).number(id));
    }

    /** How many live leads of priority High each owner has, those included that were assigned and not read back yet. */
    public Map<Long, Long> openHighLeads(long portalId) {
        Map<Long, Long> leads = new HashMap<>();
        statements.query(
                "SELECT c.owner_id, COUNT(*) FROM score s"
                        + " LEFT JOIN contact c ON c.portal_id = s.portal_id AND c.id = s.contact_id"
                        + " WHERE s.portal_id = ? AND s.priority = 'HIGH' AND c.owner_id IS NOT NULL"
                        + " AND c.gone_at IS NULL GROUP BY c.owner_id",
                to -> to.number(portalId),
                row -> leads.put(row.number(), row.number()));
        statements.query(
                "SELECT o.owner_id, COUNT(*) FROM action_outbox o"
                        + " LEFT JOIN contact c ON c.portal_id = o.portal_id AND c.id = o.contact_id"
                        + " LEFT JOIN score s ON s.portal_id = o.portal_id AND s.contact_id = o.contact_id"
                        + " WHERE o.portal_id = ? AND o.kind = 'ASSIGN' AND o.owner_id IS NOT NULL"
                        + " AND o.state IN ('PENDING', 'SENT', 'DONE') AND c.id IS NOT NULL AND c.owner_id IS NULL"
                        + " AND c.gone_at IS NULL AND s.priority = 'HIGH' GROUP BY o.owner_id",
                to -> to.number(portalId),
                row -> leads.merge(row.number(), row.number(), Long::sum));
        return leads;
    }
}
