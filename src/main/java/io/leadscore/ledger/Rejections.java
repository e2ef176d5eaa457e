package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Leads whose update HubSpot refused. Joins the caller's transaction. Thread-safe. */
public final class Rejections {

    private static final String SELECT = "SELECT contact_id, code, properties, advice FROM rejected_lead WHERE ";

    private final Statements statements;
    private final String upsert;

    Rejections(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert(
                        "rejected_lead",
                        List.of("portal_id", "execution_id", "contact_id"),
                        List.of(
                                "portal_id",
                                "execution_id",
                                "contact_id",
                                "code",
                                "properties",
                                "advice",
                                "rejected_at",
                                "resolved",
                                "refused_by"));
    }

    /**
     * Remembers the refusals of an execution.
     *
     * @param refusedBy what they are due to besides the update itself: in which way HubSpot was written to
     */
    public void record(long portalId, long executionId, Collection<RejectedLead> rows, String refusedBy, Instant at) {
        statements.batch(upsert, rows, (row, to) -> to.number(portalId)
                .number(executionId)
                .number(row.contactId())
                .text(row.code())
                .text(String.join(",", row.properties()))
                .text(row.advice())
                .instant(at)
                .flag(false)
                .text(refusedBy));
    }

    /**
     * Contacts that are refused still, but in another way than HubSpot is written to now; once each, as if it had refused
     * them in this way, too.
     */
    public List<Long> retryUnlessRefusedBy(long portalId, String refusedBy) {
        List<Long> otherwise = statements.query(
                "SELECT DISTINCT contact_id FROM rejected_lead WHERE portal_id = ? AND resolved = FALSE"
                        + " AND (refused_by IS NULL OR refused_by <> ?) ORDER BY contact_id",
                to -> to.number(portalId).text(refusedBy),
                Row::number);
        if (!otherwise.isEmpty()) {
            statements.update(
                    "UPDATE rejected_lead SET refused_by = ? WHERE portal_id = ? AND resolved = FALSE",
                    to -> to.text(refusedBy).number(portalId));
        }
        return otherwise;
    }

    /** Remembers that these contacts are accepted again, or need no update any more. */
    public void clear(long portalId, Collection<Long> contactIds) {
        statements.batch(
                "UPDATE rejected_lead SET resolved = TRUE WHERE portal_id = ? AND contact_id = ? AND resolved = FALSE",
                new TreeSet<>(contactIds),
                (id, to) -> to.number(portalId).number(id));
    }

    /** What was refused in an execution, ascending by contact. */
    public List<RejectedLead> ofExecution(long executionId) {
        return statements.query(
                SELECT + "execution_id = ? ORDER BY contact_id", to -> to.number(executionId), Rejections::read);
    }

    /** What was refused since an instant and is not accepted yet, the last refusal of each contact, ascending by contact. */
    public List<RejectedLead> since(long portalId, Instant instant) {
        Map<Long, RejectedLead> last = new TreeMap<>();
        statements
                .query(
                        SELECT + "portal_id = ? AND resolved = FALSE AND rejected_at >= ? ORDER BY rejected_at",
                        to -> to.number(portalId).instant(instant),
                        Rejections::read)
                .forEach(row -> last.put(row.contactId(), row));
        return List.copyOf(last.values());
    }

    /** Contacts whose last update was refused and that are not accepted since, ascending. */
    public List<Long> unresolved(long portalId) {
        return statements.query(
                "SELECT DISTINCT contact_id FROM rejected_lead WHERE portal_id = ? AND resolved = FALSE"
                        + " ORDER BY contact_id",
                to -> to.number(portalId),
                Row::number);
    }

    private static RejectedLead read(Row row) throws SQLException {
        long contactId = row.number();
        String code = row.text();
        String properties = row.text();
        return new RejectedLead(
                contactId, code, properties.isEmpty() ? List.of() : List.of(properties.split(",")), row.text());
    }
}
