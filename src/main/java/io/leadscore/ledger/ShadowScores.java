package io.leadscore.ledger;

import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a candidate says beside the live weight set. Joins the caller's transaction. Thread-safe. */
public final class ShadowScores {

    private final Statements statements;
    private final String upsert;

    ShadowScores(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert(
                        "shadow_score",
                        List.of("portal_id", "contact_id"),
                        List.of(
                                "portal_id",
                                "contact_id",
                                "weight_set_id",
                                "scored_at",
                                "points",
                                "priority",
                                "probability",
                                "live_points",
                                "live_priority"));
    }

    /**
     * Two scores of one lead.
     *
     * @param live what was said
     * @param shadow what the candidate would have said
     */
    public record Pair(Score live, Score shadow) {}

    /** Remembers the latest pair of each lead. */
    public void record(long portalId, Collection<Pair> pairs, Instant at) {
        List<Pair> ordered = pairs.stream()
                .sorted((one, other) ->
                        Long.compare(one.live().contactId(), other.live().contactId()))
                .toList();
        statements.batch(upsert, ordered, (pair, to) -> to.number(portalId)
                .number(pair.shadow().contactId())
                .number(pair.shadow().weightSetId())
                .instant(at)
                .number(pair.shadow().points())
                .constant(pair.shadow().priority())
                .decimal(pair.shadow().probability().percent())
                .number(pair.live().points())
                .constant(pair.live().priority()));
    }

    /** How many leads were scored by both, and how many of them have which two priorities: {@code Low to High}. */
    public Map<String, Long> moves(long portalId) {
        Map<String, Long> moves = new TreeMap<>();
        statements.query(
                "SELECT live_priority, priority, COUNT(*) FROM shadow_score WHERE portal_id = ?"
                        + " GROUP BY live_priority, priority",
                to -> to.number(portalId),
                row -> moves.put(
                        row.constant(Priority.class).label() + " to "
                                + row.constant(Priority.class).label(),
                        row.number()));
        return moves;
    }
}
