package io.leadscore.ledger;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where leads stand for the purposes of actions, and when which rule last did something for them. Joins the caller's
 * transaction. Thread-safe; a contact is moved by one thread at a time.
 */
public final class Standings {

    private static final List<String> KEY = List.of("portal_id", "contact_id");
    private static final List<String> COLUMNS =
            List.of("portal_id", "contact_id", "priority", "next_action", "since", "crossings", "noted_on");
    private static final List<String> FIRING_KEY = List.of("portal_id", "contact_id", "rule_name");
    private static final List<String> FIRING = List.of("portal_id", "contact_id", "rule_name", "fired_at");

    private final Statements statements;
    private final String upsert;
    private final String upsertFiring;

    Standings(Statements statements) {
        this.statements = statements;
        this.upsert = statements.dialect().upsert("action_standing", KEY, COLUMNS);
        this.upsertFiring = statements.dialect().upsert("action_firing", FIRING_KEY, FIRING);
    }

    /** Where these contacts stand; those that stand nowhere yet are not in it. One query. */
    public Map<Long, KnownStanding> find(long portalId, Collection<Long> contactIds) {
        Map<Long, KnownStanding> known = new HashMap<>();
        statements.found(
                "SELECT s.contact_id, s.contact_id, s.priority, s.next_action, s.since, s.crossings, s.noted_on,"
                        + " f.rule_name, f.fired_at FROM " + Statements.IDS
                        + " LEFT JOIN action_standing s ON s.portal_id = ? AND s.contact_id = k.id"
                        + " LEFT JOIN action_firing f ON f.portal_id = s.portal_id AND f.contact_id = s.contact_id",
                to -> to.ids(contactIds).number(portalId),
                row -> {
                    ActionStanding standing = read(row);
                    String rule = row.textOrNull();
                    KnownStanding one =
                            new KnownStanding(standing, rule == null ? Map.of() : Map.of(rule, row.instant()));
                    return known.merge(standing.contactId(), one, Standings::joined);
                });
        return known;
    }

    private static ActionStanding read(Row row) throws SQLException {
        return new ActionStanding(
                row.number(),
                row.constant(Priority.class),
                row.constant(NextBestAction.class),
                row.instant(),
                row.number(),
                ActionRows.day(row.numberOrNull()));
    }

    /** The same standing with what both say of rules. */
    private static KnownStanding joined(KnownStanding one, KnownStanding other) {
        Map<String, Instant> firedAt = new TreeMap<>(one.firedAt());
        firedAt.putAll(other.firedAt());
        return new KnownStanding(one.standing(), firedAt);
    }

    /** Makes these the current standings of their contacts. */
    public void put(long portalId, Collection<ActionStanding> standings) {
        List<ActionStanding> ordered = new ArrayList<>(standings);
        ordered.sort(Comparator.comparing(ActionStanding::contactId));
        statements.batch(upsert, ordered, (standing, to) -> to.number(portalId)
                .number(standing.contactId())
                .constant(standing.priority())
                .constant(standing.action())
                .instant(standing.since())
                .number(standing.crossings())
                .number(ActionRows.day(standing.notedOn())));
    }

    /** Remembers that rules did something; of each contact and rule the last time only. */
    public void fired(long portalId, Collection<Firing> firings) {
        List<Firing> ordered = new ArrayList<>(firings);
        ordered.sort(Comparator.comparing(Firing::contactId).thenComparing(Firing::rule));
        statements.batch(upsertFiring, ordered, (firing, to) -> to.number(portalId)
                .number(firing.contactId())
                .text(firing.rule())
                .instant(firing.at()));
    }

    /** How many leads stand anywhere. */
    public long count(long portalId) {
        return statements.number("SELECT COUNT(*) FROM action_standing WHERE portal_id = ?", to -> to.number(portalId));
    }

    /** Every live lead as rules see it, best first, ties by id. Some hundred thousand are fine. */
    public List<LeadStanding> all(long portalId) {
        Map<Long, Map<String, Instant>> firedAt = new HashMap<>();
        statements.query(
                "SELECT contact_id, rule_name, fired_at FROM action_firing WHERE portal_id = ?",
                to -> to.number(portalId),
                row -> firedAt.computeIfAbsent(row.number(), id -> new TreeMap<>())
                        .put(row.text(), row.instant()));
        return statements.query(
                "SELECT s.contact_id, s.priority, s.next_action, s.since, s.crossings, s.noted_on, p.points, p.priority,"
                        + " c.owner_id FROM action_standing s"
                        + " LEFT JOIN score p ON p.portal_id = s.portal_id AND p.contact_id = s.contact_id"
                        + " LEFT JOIN contact c ON c.portal_id = s.portal_id AND c.id = s.contact_id"
                        + " WHERE s.portal_id = ? AND p.points IS NOT NULL AND c.id IS NOT NULL AND c.gone_at IS NULL"
                        + " ORDER BY p.points DESC, s.contact_id",
                to -> to.number(portalId),
                row -> {
                    ActionStanding standing = read(row);
                    return new LeadStanding(
                            new KnownStanding(standing, firedAt.getOrDefault(standing.contactId(), Map.of())),
                            row.count(),
                            row.constant(Priority.class),
                            row.numberOrNull());
                });
    }
}
