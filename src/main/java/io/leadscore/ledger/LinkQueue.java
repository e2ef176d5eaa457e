package io.leadscore.ledger;

import io.leadscore.lead.ObjectType;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Records whose associations are still to be read. Joins the caller's transaction. Thread-safe. */
public final class LinkQueue {

    private static final List<String> COLUMNS = List.of("portal_id", "type", "id");

    private final Statements statements;
    private final String insert;

    LinkQueue(Statements statements) {
        this.statements = statements;
        this.insert = statements.dialect().insertIfAbsent("link_queue", COLUMNS, COLUMNS);
    }

    /** Adds records; one that waits already waits on. */
    public void add(long portalId, ObjectType type, Collection<Long> ids) {
        statements.batch(insert, new TreeSet<>(ids), (id, to) -> to.number(portalId)
                .constant(type)
                .number(id));
    }

    /** The waiting records of a type that follow an id, ascending, at most as many as the limit. */
    public List<Long> next(long portalId, ObjectType type, long afterId, int limit) {
        return statements.query(
                "SELECT id FROM link_queue WHERE portal_id = ? AND type = ? AND id > ? ORDER BY portal_id, type, id LIMIT ?",
                to -> to.number(portalId).constant(type).number(afterId).number(limit),
                Row::number);
    }

    /** Removes records. */
    public void remove(long portalId, ObjectType type, Collection<Long> ids) {
        statements.batch(
                "DELETE FROM link_queue WHERE portal_id = ? AND type = ? AND id = ?",
                new TreeSet<>(ids),
                (id, to) -> to.number(portalId).constant(type).number(id));
    }

    /** How many records of all types wait. */
    public long count(long portalId) {
        return statements.number("SELECT COUNT(*) FROM link_queue WHERE portal_id = ?", to -> to.number(portalId));
    }
}
