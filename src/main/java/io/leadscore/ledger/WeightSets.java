package io.leadscore.ledger;

import io.leadscore.learning.Assessment;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The weight sets of each account, of which one is live. Joins the caller's transaction. Thread-safe. */
public final class WeightSets {

    private static final String OF_PORTAL = "from WeightSetRow where key.portalId = :portalId";

    private final Entities entities;
    private final Statements statements;
    private final InstantSource time;

    WeightSets(Entities entities, Statements statements, InstantSource time) {
        this.entities = entities;
        this.statements = statements;
        this.time = time;
    }

    /** What leads are scored by; null before the first weight set was promoted. */
    public @Nullable WeightSet live(long portalId) {
        return first(stored(OF_PORTAL + " and live", portalId));
    }

    /** The weight set by this id; null when there is none. */
    public @Nullable WeightSet find(long portalId, long id) {
        return first(stored(OF_PORTAL + " and key.id = " + id, portalId));
    }

    /** The weight set by this id with all that is known of it; null when there is none. */
    public @Nullable StoredWeightSet findStored(long portalId, long id) {
        List<StoredWeightSet> stored = stored(OF_PORTAL + " and key.id = " + id, portalId);
        return stored.isEmpty() ? null : stored.get(0);
    }

    /** The weight set that scores beside the live one; null when none does. */
    public @Nullable StoredWeightSet shadow(long portalId) {
        List<StoredWeightSet> stored = stored(OF_PORTAL + " and shadowUntil is not null", portalId);
        return stored.isEmpty() ? null : stored.get(0);
    }

    /**
     * Adds a weight set, not yet live, under the account's next id, whatever id the draft has.
     *
     * @param assessment how it was judged; null for defaults
     * @param actor who adds it
     */
    public WeightSet add(long portalId, WeightSet draft, @Nullable Assessment assessment, String actor) {
        WeightSet added = insert(portalId, draft, assessment);
        remember(portalId, added.id(), "added", actor, added.provenance().origin());
        return added;
    }

    private WeightSet insert(long portalId, WeightSet draft, @Nullable Assessment assessment) {
        return entities.with(session -> {
            Long last = session.createSelectionQuery(
                            "select max(key.id) from WeightSetRow where key.portalId = :portalId", Long.class)
                    .setParameter("portalId", portalId)
                    .getSingleResultOrNull();
            WeightSet added = draft.withId(last == null ? 1 : last + 1);
            session.insert(new WeightSetRow(portalId, added, assessment));
            return added;
        });
    }

    /**
     * Makes a weight set the live one; nothing scores beside it any more. To be called in a transaction.
     *
     * @param actor who does it
     * @param reason why
     * @throws IllegalArgumentException when there is none by this id
     */
    public void promote(long portalId, long id, String actor, String reason) {
        endShadow(portalId);
        makeLive(portalId, id);
        remember(portalId, id, WeightSetEvent.PROMOTED, actor, reason);
    }

    /**
     * Makes an earlier weight set the live one again; nothing scores beside it any more. To be called in a transaction.
     *
     * @throws IllegalArgumentException when there is none by this id
     */
    public void rollBack(long portalId, long id, String actor, String reason) {
        endShadow(portalId);
        makeLive(portalId, id);
        remember(portalId, id, WeightSetEvent.ROLLED_BACK_TO, actor, reason);
    }

    /**
     * Lets a weight set score beside the live one, instead of any other that does. To be called in a transaction.
     *
     * @throws IllegalArgumentException when there is none by this id
     */
    public void beginShadow(long portalId, long id, Instant until, String actor, String reason) {
        endShadow(portalId);
        entities.with(session -> {
            WeightSetRow row = existing(session, portalId, id);
            row.shadow(until);
            session.update(row);
            return row;
        });
        remember(portalId, id, "shadow begun", actor, reason);
    }

    /** Lets no weight set score beside the live one. */
    public void endShadow(long portalId) {
        entities.with(session -> {
            List<WeightSetRow> rows = rows(session, OF_PORTAL + " and shadowUntil is not null", portalId);
            rows.forEach(row -> {
                row.shadow(null);
                session.update(row);
            });
            return rows;
        });
        statements.update("DELETE FROM shadow_score WHERE portal_id = ?", to -> to.number(portalId));
    }

    /** What happened to weight sets, newest first. */
    public List<WeightSetEvent> events(long portalId, int limit) {
        return statements.query(
                "SELECT weight_set_id, happened_at, action, actor, reason FROM weight_set_event WHERE portal_id = ?"
                        + " ORDER BY sequence DESC LIMIT ?",
                to -> to.number(portalId).number(limit),
                row -> new WeightSetEvent(row.number(), row.instant(), row.text(), row.text(), row.text()));
    }

    private void remember(long portalId, long id, String action, String actor, String reason) {
        statements.update(
                "INSERT INTO weight_set_event (portal_id, weight_set_id, happened_at, action, actor, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                to -> to.number(portalId)
                        .number(id)
                        .instant(time.instant())
                        .text(action)
                        .text(actor)
                        .text(reason));
    }

    private static WeightSetRow existing(StatelessSession session, long portalId, long id) {
        WeightSetRow row = session.get(WeightSetRow.class, new WeightSetKey(portalId, id));
        if (row == null) {
            throw new IllegalArgumentException("There is no weight set " + id + " of account " + portalId + ".");
        }
        return row;
    }

    private void makeLive(long portalId, long id) {
        // Whoever else does it at the same time waits here, lest two be live.
        statements.update("UPDATE weight_set SET live = live WHERE portal_id = ?", to -> to.number(portalId));
        entities.with(session -> {
            WeightSetRow promoted = existing(session, portalId, id);
            rows(session, OF_PORTAL + " and live", portalId).forEach(row -> {
                row.retire();
                session.update(row);
            });
            promoted.promote(time.instant());
            session.update(promoted);
            return promoted;
        });
    }

    /** All weight sets, oldest first. */
    public List<StoredWeightSet> list(long portalId) {
        return stored(OF_PORTAL + " order by key.id", portalId);
    }

    private List<StoredWeightSet> stored(String query, long portalId) {
        return entities.with(session -> rows(session, query, portalId).stream()
                .map(WeightSetRow::toStored)
                .toList());
    }

    private static @Nullable WeightSet first(List<StoredWeightSet> stored) {
        return stored.isEmpty() ? null : stored.get(0).weights();
    }

    private static List<WeightSetRow> rows(StatelessSession session, String query, long portalId) {
        return session.createSelectionQuery(query, WeightSetRow.class)
                .setParameter("portalId", portalId)
                .getResultList();
    }
}
