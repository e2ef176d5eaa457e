package io.leadscore.ledger;

import io.leadscore.scoring.WeightSet;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The weight sets of each account, of which one is live. Joins the caller's transaction. Thread-safe. */
public final class WeightSets {

    private static final String OF_PORTAL = "from WeightSetRow where key.portalId = :portalId";

    private final Entities entities;
    private final InstantSource time;

    WeightSets(Entities entities, InstantSource time) {
        this.entities = entities;
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

    /** Adds a weight set, not yet live, under the account's next id, whatever id the draft has. */
    public WeightSet add(long portalId, WeightSet draft) {
        return entities.with(session -> {
            Long last = session.createSelectionQuery(
                            "select max(key.id) from WeightSetRow where key.portalId = :portalId", Long.class)
                    .setParameter("portalId", portalId)
                    .getSingleResultOrNull();
            WeightSet added = draft.withId(last == null ? 1 : last + 1);
            session.insert(new WeightSetRow(portalId, added));
            return added;
        });
    }

    /**
     * Makes a weight set the live one. To be called in a transaction.
     *
     * @throws IllegalArgumentException when there is none by this id
     */
    public void promote(long portalId, long id) {
        entities.with(session -> {
            WeightSetRow promoted = session.get(WeightSetRow.class, new WeightSetKey(portalId, id));
            if (promoted == null) {
                throw new IllegalArgumentException("There is no weight set " + id + " of account " + portalId + ".");
            }
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
