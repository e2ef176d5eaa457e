package io.leadscore.ledger;

import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When leads entered, and when they were won. A lead is won when one of its contact's deals is. Contacts that were merged
 * away are left out, for their survivors have their deals. Joins the caller's transaction. Thread-safe.
 */
public final class Conversions {

    private static final int PAGE = 5_000;

    /** In the order of the index, so that a page costs no more than its rows: of each contact, the first comes first. */
    private static final String HIGH =
            "SELECT h.contact_id, h.scored_at FROM score_history h WHERE h.portal_id = ? AND h.priority = '"
                    + Priority.HIGH + "' AND h.contact_id > ?"
                    + " ORDER BY h.portal_id, h.priority, h.contact_id, h.scored_at LIMIT ?";

    private static final String MERGED =
            "SELECT c.id FROM contact c WHERE c.portal_id = ? AND c.gone_at IS NOT NULL AND c.merged_into IS NOT NULL";

    private static final String FIRST_WINS = "SELECT MIN(d.closed_at), k.id, MIN(d.closed_at) FROM " + Statements.IDS
            + " LEFT JOIN link l ON l.portal_id = ? AND l.contact_id = k.id AND l.type = '" + ObjectType.DEALS + "'"
            + " LEFT JOIN deal d ON d.portal_id = l.portal_id AND d.id = l.object_id AND d.outcome = '" + Outcome.WON
            + "' GROUP BY k.id";

    private static final String CREATED = " c.gone_at IS NULL AND c.created_at >= ? AND c.created_at < ?";

    /** Begins with the deals, for few leads are won; left joins, so that H2 does so, too. */
    private static final String CREATED_AND_WON = "SELECT c.id, c.created_at, MIN(d.closed_at) FROM deal d"
            + " LEFT JOIN link l ON l.portal_id = d.portal_id AND l.type = '" + ObjectType.DEALS
            + "' AND l.object_id = d.id LEFT JOIN contact c ON c.portal_id = l.portal_id AND c.id = l.contact_id"
            + " WHERE d.portal_id = ? AND d.outcome = '" + Outcome.WON + "' AND d.closed_at IS NOT NULL AND" + CREATED
            + " GROUP BY c.id, c.created_at";

    private final Statements statements;

    Conversions(Statements statements) {
        this.statements = statements;
    }

    /**
     * When the account's leads were first scored for good: when the first of the weight sets was made that ever became
     * live. The first score itself may be forgotten. Null before that.
     */
    public @Nullable Instant firstScoring(long portalId) {
        return statements.first(
                "SELECT created_at FROM weight_set WHERE portal_id = ? AND promoted_at IS NOT NULL"
                        + " ORDER BY created_at LIMIT 1",
                to -> to.number(portalId),
                Row::instant);
    }

    /**
     * Gives every lead that became High for the first time, ever, at or after an instant; contacts that were deleted
     * since are among them, customers are not. Ascending by contact id; any number fits in memory.
     */
    public void forEachFirstHigh(long portalId, Instant since, Consumer<Conversion> consumer) {
        Set<Long> merged = new HashSet<>(statements.query(MERGED, to -> to.number(portalId), Row::number));
        long after = 0;
        List<Conversion> page;
        do {
            long last = after;
            page = statements.query(
                    HIGH,
                    to -> to.number(portalId).number(last).number(PAGE),
                    row -> new Conversion(row.number(), row.instant(), null));
            Map<Long, Instant> first = new TreeMap<>();
            for (Conversion high : page) {
                first.putIfAbsent(high.contactId(), high.enteredAt());
                after = high.contactId();
            }
            first.keySet().removeAll(merged);
            first.values().removeIf(entered -> entered.isBefore(since));
            Map<Long, Instant> wins = firstWins(portalId, first.keySet());
            first.forEach((contactId, entered) -> {
                Conversion conversion = new Conversion(contactId, entered, wins.get(contactId));
                if (!conversion.isOfCustomer()) {
                    consumer.accept(conversion);
                }
            });
        } while (page.size() == PAGE);
    }

    /** How many live contacts were created from one instant on until before another; customers are among them. */
    public long created(long portalId, Instant from, Instant until) {
        return statements.number(
                "SELECT COUNT(*) FROM contact c WHERE c.portal_id = ? AND" + CREATED,
                to -> to.number(portalId).instant(from).instant(until));
    }

    /** Those of them that were won, in any order; customers are among them. */
    public List<Conversion> createdAndWon(long portalId, Instant from, Instant until) {
        return statements.query(
                CREATED_AND_WON,
                to -> to.number(portalId).instant(from).instant(until),
                row -> new Conversion(row.number(), row.instant(), row.instant()));
    }

    private Map<Long, Instant> firstWins(long portalId, Collection<Long> contactIds) {
        Map<Long, Instant> wins = new HashMap<>();
        statements.found(
                FIRST_WINS, to -> to.ids(contactIds).number(portalId), row -> wins.put(row.number(), row.instant()));
        return wins;
    }
}
