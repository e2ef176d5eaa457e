package io.leadscore.ledger;

import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Current scores, and the history of how they came about. Joins the caller's transaction. Thread-safe; a contact is
 * scored by one thread at a time.
 */
public final class Scores {

    /** A left join, so that H2 begins with the scores and can follow their index. */
    private static final String LIVE = " LEFT JOIN contact c ON c.portal_id = s.portal_id AND c.id = s.contact_id"
            + " WHERE s.portal_id = ? AND c.id IS NOT NULL AND c.gone_at IS NULL";

    /** How far HubSpot's clock, by which the newest facts are known, may be ahead of ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Statements statements;
    private final ScoreHistory history;
    private final String upsert;

    Scores(Statements statements) {
        this.statements = statements;
        this.history = new ScoreHistory(statements);
        this.upsert = statements.dialect().upsert("score", List.of("portal_id", "contact_id"), ScoreRows.COLUMNS);
    }

    /** What HubSpot was last told about these contacts; those without a score are not in it. */
    public Map<Long, WrittenScore> written(long portalId, Collection<Long> contactIds) {
        Map<Long, WrittenScore> written = new HashMap<>();
        statements
                .found(
                        "SELECT s.contact_id, s.contact_id, s.points, s.scored_at, s.properties, s.hubspot_updated_at, s.taken_back FROM "
                                + Statements.IDS + " LEFT JOIN score s ON s.portal_id = ? AND s.contact_id = k.id",
                        to -> to.ids(contactIds).number(portalId),
                        ScoreRows::readWritten)
                .forEach(one -> written.put(one.contactId(), one));
        return written;
    }

    /**
     * Makes these the current scores, and adds those to the history that differ from the one before in points, priority,
     * fit, probability, action or weight set.
     */
    public void record(long portalId, long executionId, Collection<ScoreEntry> entries) {
        List<ScoreEntry> ordered = entries.stream()
                .sorted((one, other) ->
                        Long.compare(one.score().contactId(), other.score().contactId()))
                .toList();
        history.append(portalId, executionId, ordered);
        statements.batch(upsert, ordered, (entry, to) -> ScoreRows.bind(portalId, executionId, entry, to));
    }

    /**
     * Makes every score due that another weight set made, as after a promotion, and every one that was made in what is
     * still the future, as by a clock that was wrong.
     *
     * @return how many
     */
    public int makeDue(long portalId, long liveWeightSetId, Instant at) {
        return statements.update(
                "UPDATE score SET due_at = ? WHERE portal_id = ? AND (weight_set_id <> ? OR as_of > ?)"
                        + " AND (due_at IS NULL OR due_at > ?)",
                to -> to.instant(at)
                        .number(portalId)
                        .number(liveWeightSetId)
                        .instant(at.plus(CLOCKS))
                        .instant(at));
    }

    /** Remembers how often in a row our values were taken back, as {@link WrittenScore#takenBack} counts. */
    public void setTakenBack(long portalId, Collection<Long> contactIds, int takenBack) {
        statements.batch(
                "UPDATE score SET taken_back = ? WHERE portal_id = ? AND contact_id = ?",
                new TreeSet<>(contactIds),
                (id, to) -> to.number(takenBack).number(portalId).number(id));
    }

    /** Live contacts whose score properties are left to whoever writes them again and again, ascending. */
    public List<Long> left(long portalId) {
        return statements.query(
                "SELECT s.contact_id FROM score s" + LIVE + " AND s.taken_back >= ? ORDER BY s.contact_id",
                to -> to.number(portalId).number(WrittenScore.LEFT),
                Row::number);
    }

    /** A contact's current score; null when it has none. */
    public @Nullable StoredScore find(long portalId, long contactId) {
        return statements.first(
                "SELECT " + ScoreRows.STORED + " FROM score s WHERE s.portal_id = ? AND s.contact_id = ?",
                to -> to.number(portalId).number(contactId),
                ScoreRows::readStored);
    }

    /** How a contact's score came about, newest first. */
    public List<HistoryEntry> history(long portalId, long contactId, int limit) {
        return history.of(portalId, contactId, limit);
    }

    /** The live contacts with most points, ties by id. */
    public List<StoredScore> best(long portalId, int limit) {
        // Every score has 0 points or more: H2 takes the index of points, and its order, only when asked for a range.
        return statements.query(
                "SELECT " + ScoreRows.STORED + " FROM score s" + LIVE
                        + " AND s.points >= 0 ORDER BY s.portal_id, s.points DESC, s.contact_id LIMIT ?",
                to -> to.number(portalId).number(limit),
                ScoreRows::readStored);
    }

    /** How many live contacts have each priority; every priority is in it. */
    public Map<Priority, Long> distribution(long portalId) {
        Map<Priority, Long> distribution = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            distribution.put(priority, 0L);
        }
        statements.query(
                "SELECT s.priority, COUNT(*) FROM score s" + LIVE + " GROUP BY s.priority",
                to -> to.number(portalId),
                row -> distribution.put(row.constant(Priority.class), row.number()));
        return distribution;
    }

    /** How the scores of live contacts spread. */
    public ScoreSpread spread(long portalId) {
        return ScoreSpread.of(
                levels(
                        portalId,
                        "SELECT s.priority, s.points, s.probability_known, COUNT(*) FROM score s"
                                + " WHERE s.portal_id = ? GROUP BY s.priority, s.points, s.probability_known"),
                // Few are gone: to look at all contacts instead takes H2 seconds.
                levels(
                        portalId,
                        "SELECT s.priority, s.points, s.probability_known, -COUNT(*) FROM contact c LEFT JOIN score s"
                                + " ON s.portal_id = c.portal_id AND s.contact_id = c.id"
                                + " WHERE c.portal_id = ? AND c.gone_at IS NOT NULL AND s.points IS NOT NULL"
                                + " GROUP BY s.priority, s.points, s.probability_known"));
    }

    private List<ScoreSpread.Level> levels(long portalId, String sql) {
        return statements.query(
                sql,
                to -> to.number(portalId),
                row -> new ScoreSpread.Level(row.constant(Priority.class), row.count(), row.flag(), row.number()));
    }
}
