package io.leadscore.ledger;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Until when changes were pulled completely, by type. Joins the caller's transaction. Thread-safe. */
public final class Watermarks {

    private final Statements statements;
    private final String upsert;

    Watermarks(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert("watermark", List.of("portal_id", "type"), List.of("portal_id", "type", "reached_at"));
    }

    /** The end of the last completed window of a type; null before the first. */
    public @Nullable Instant get(long portalId, ObjectType type) {
        return statements.first(
                "SELECT reached_at FROM watermark WHERE portal_id = ? AND type = ?",
                to -> to.number(portalId).constant(type),
                Row::instant);
    }

    /** Moves the watermarks of these types. */
    public void advance(long portalId, Map<ObjectType, Instant> to) {
        statements.batch(upsert, to.entrySet(), (moved, parameters) -> parameters
                .number(portalId)
                .constant(moved.getKey())
                .instant(moved.getValue()));
        statements.mustLast();
    }
}
