package io.leadscore.ledger;

import io.leadscore.learning.Assessment;
import io.leadscore.scoring.WeightSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weight sets of each account, of which one is live. Joins the caller's transaction. Thread-safe. */
public final class WeightSets {

    private final Statements statements;
    private final InstantSource time;

    WeightSets(Statements statements, InstantSource time) {
        this.statements = statements;
        this.time = time;
    }

    /** What leads are scored by; null before the first weight set was promoted. */
    public @Nullable WeightSet live(long portalId) {
        return first(stored(portalId, "AND live"));
    }

    /** The weight set by this id; null when there is none. */
    public @Nullable WeightSet find(long portalId, long id) {
        return first(stored(portalId, "AND id = " + id));
    }

    /** The weight set by this id with all that is known of it; null when there is none. */
    public @Nullable StoredWeightSet findStored(long portalId, long id) {
        List<StoredWeightSet> stored = stored(portalId, "AND id = " + id);
        return stored.isEmpty() ? null : stored.get(0);
    }

    /** The weight set that scores beside the live one; null when none does. */
    public @Nullable StoredWeightSet shadow(long portalId) {
        List<StoredWeightSet> stored = stored(portalId, "AND shadow_until IS NOT NULL");
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
        long last = statements.number(
                "SELECT COALESCE(MAX(id), 0) FROM weight_set WHERE portal_id = ?", to -> to.number(portalId));
        WeightSet added = draft.withId(last + 1);
        statements.update(
                "INSERT INTO weight_set (portal_id, id, created_at, model_version, live, content, evaluation)"
                        + " VALUES (?, ?, ?, ?, FALSE, ?, ?)",
                to -> to.number(portalId)
                        .number(added.id())
                        .instant(added.createdAt())
                        .text(added.modelVersion())
                        .text(JsonText.of(added))
                        .text(assessment == null ? null : JsonText.of(assessment)));
        return added;
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
        change(portalId, id, "shadow_until = ?", until);
        remember(portalId, id, "shadow begun", actor, reason);
    }

    /** Lets no weight set score beside the live one. */
    public void endShadow(long portalId) {
        statements.update(
                "UPDATE weight_set SET shadow_until = NULL WHERE portal_id = ? AND shadow_until IS NOT NULL",
                to -> to.number(portalId));
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

    private void makeLive(long portalId, long id) {
        // Whoever else does it at the same time waits here, lest two be live.
        statements.update("UPDATE weight_set SET live = live WHERE portal_id = ?", to -> to.number(portalId));
        change(portalId, id, "live = TRUE, shadow_until = NULL, promoted_at = ?", time.instant());
        statements.update(
                "UPDATE weight_set SET live = FALSE WHERE portal_id = ? AND id <> ? AND live",
                to -> to.number(portalId).number(id));
    }

    /** @throws IllegalArgumentException when there is none by this id */
    private void change(long portalId, long id, String change, Instant at) {
        int changed = statements.update(
                "UPDATE weight_set SET " + change + " WHERE portal_id = ? AND id = ?",
                to -> to.instant(at).number(portalId).number(id));
        if (changed == 0) {
            throw new IllegalArgumentException("There is no weight set " + id + " of account " + portalId + ".");
        }
    }

    /** All weight sets, oldest first. */
    public List<StoredWeightSet> list(long portalId) {
        return stored(portalId, "ORDER BY id");
    }

    private List<StoredWeightSet> stored(long portalId, String which) {
        return statements.query(
                "SELECT content, live, promoted_at, shadow_until, evaluation FROM weight_set WHERE portal_id = ? "
                        + which,
                to -> to.number(portalId),
                WeightSets::read);
    }

    private static StoredWeightSet read(Row row) throws SQLException {
        WeightSet weights = JsonText.read(row.text(), WeightSet.class);
        boolean live = row.flag();
        Instant promotedAt = row.instantOrNull();
        Instant shadowUntil = row.instantOrNull();
        String assessment = row.textOrNull();
        return new StoredWeightSet(
                weights,
                live,
                promotedAt,
                shadowUntil,
                assessment == null ? null : JsonText.read(assessment, Assessment.class));
    }

    private static @Nullable WeightSet first(List<StoredWeightSet> stored) {
        return stored.isEmpty() ? null : stored.get(0).weights();
    }
}
