package io.leadscore.ledger;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Until when changes were pulled completely, by type. Joins the caller's transaction. Thread-safe. */
public final class Watermarks {

    private final Statements statements;
    private final String upsert;

    Watermarks(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert(
                        "watermark",
                        List.of("portal_id", "type"),
                        List.of("portal_id", "type", "reached_at", "confirmed_at"));
    }

    /** The end of the last completed window of a type; null before the first. */
    public @Nullable Instant get(long portalId, ObjectType type) {
        return statements.first(
                "SELECT reached_at FROM watermark WHERE portal_id = ? AND type = ?",
                to -> to.number(portalId).constant(type),
                Row::instant);
    }

    /**
     * Up to where changes were pulled beyond doubt: the watermark, or the one before it while a window that showed nothing
     * at all is all that speaks for the newer one; null before the first.
     */
    public @Nullable Instant confirmed(long portalId, ObjectType type) {
        return statements.first(
                "SELECT COALESCE(confirmed_at, reached_at) FROM watermark WHERE portal_id = ? AND type = ?",
                to -> to.number(portalId).constant(type),
                Row::instant);
    }

    /**
     * Moves the watermarks of these types.
     *
     * @param empty those of them whose window showed nothing at all, which the next window is to confirm
     */
    public void advance(long portalId, Map<ObjectType, Instant> to, Set<ObjectType> empty) {
        Map<ObjectType, Instant> confirmed = new EnumMap<>(ObjectType.class);
        to.forEach((type, reached) -> {
            Instant before = empty.contains(type) ? get(portalId, type) : null;
            confirmed.put(type, before == null ? reached : before);
        });
        statements.batch(upsert, to.entrySet(), (moved, parameters) -> parameters
                .number(portalId)
                .constant(moved.getKey())
                .instant(moved.getValue())
                .instant(confirmed.get(moved.getKey())));
        statements.mustLast();
    }
}
