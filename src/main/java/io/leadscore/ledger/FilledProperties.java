package io.leadscore.ledger;

import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Since when the account's own properties of records have had a value, as HubSpot's history tells. Joins the caller's
 * transaction. Thread-safe.
 */
public final class FilledProperties {

    private static final List<String> KEY = List.of("portal_id", "type", "id");

    private static final String FILLED =
            "SELECT f.id, f.id, f.instants FROM " + Statements.IDS + " LEFT JOIN first_filled f"
                    + " ON f.portal_id = ? AND f.type = ? AND f.id = k.id AND f.instants IS NOT NULL";

    private final Statements statements;
    private final String upsert;

    FilledProperties(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert("first_filled", KEY, List.of("portal_id", "type", "id", "asked", "instants"));
    }

    /**
     * Closed deals, or the contacts or companies of such, that hold a property of the account's own and were not asked for
     * these, the newest first.
     *
     * @param type of contacts, companies or deals
     * @param properties names of those that are declared
     */
    public List<Long> due(long portalId, ObjectType type, Collection<String> properties, int limit) {
        return statements.query(
                due(type), to -> to.number(portalId).text(asked(properties)).number(limit), Row::number);
    }

    /**
     * Notes what was found; records of which nothing was found are not asked for again.
     *
     * @param filled since when each property has had a value, by record
     */
    public void note(
            long portalId,
            ObjectType type,
            Collection<String> properties,
            Collection<Long> ids,
            Map<Long, Map<String, Instant>> filled) {
        statements.batch(upsert, ids, (id, to) -> to.number(portalId)
                .constant(type)
                .number(id)
                .text(asked(properties))
                .text(text(filled.getOrDefault(id, Map.of()))));
    }

    /** Since when properties have had a value, of the records of which it is known. */
    Map<Long, Map<String, Instant>> find(long portalId, ObjectType type, Collection<Long> ids) {
        Map<Long, Map<String, Instant>> found = new HashMap<>();
        statements.found(
                FILLED,
                to -> to.ids(ids).number(portalId).constant(type),
                row -> found.put(row.number(), instants(row.text())));
        return found;
    }

    /** Whether anything was ever found. */
    boolean isEmpty(long portalId) {
        return statements
                .query(
                        "SELECT id FROM first_filled WHERE portal_id = ? LIMIT 1",
                        to -> to.number(portalId),
                        Row::number)
                .isEmpty();
    }

    private static String due(ObjectType type) {
        String records =
                switch (type) {
                    case CONTACTS ->
                        " JOIN contact r ON r.portal_id = l.portal_id AND r.id = l.contact_id"
                                + " AND r.gone_at IS NULL";
                    case COMPANIES ->
                        " JOIN link m ON m.portal_id = l.portal_id AND m.contact_id = l.contact_id"
                                + " AND m.type = '" + ObjectType.COMPANIES
                                + "' JOIN company r ON r.portal_id = m.portal_id AND r.id = m.object_id";
                    default -> "";
                };
        String from = type == ObjectType.DEALS
                ? "deal r"
                : "deal d JOIN link l ON l.portal_id = d.portal_id AND l.type = '" + ObjectType.DEALS
                        + "' AND l.object_id = d.id" + records;
        return "SELECT DISTINCT r.id FROM " + from
                + " LEFT JOIN first_filled f ON f.portal_id = r.portal_id AND f.type = '"
                + type + "' AND f.id = r.id WHERE r.portal_id = ? AND " + (type == ObjectType.DEALS ? "r" : "d")
                + ".outcome <> '" + Outcome.OPEN + "' AND r.custom IS NOT NULL AND (f.id IS NULL OR f.asked <> ?)"
                + " ORDER BY r.id DESC LIMIT ?";
    }

    private static String asked(Collection<String> properties) {
        return String.join(",", properties.stream().sorted().toList());
    }

    private static @Nullable String text(Map<String, Instant> instants) {
        Map<String, String> millis = new HashMap<>();
        instants.forEach((property, at) -> millis.put(property, Long.toString(at.toEpochMilli())));
        return JsonText.ofTexts(millis);
    }

    private static Map<String, Instant> instants(String json) {
        Map<String, Instant> instants = new HashMap<>();
        JsonText.readTexts(json)
                .forEach((property, millis) -> instants.put(property, Instant.ofEpochMilli(Long.parseLong(millis))));
        return instants;
    }
}
