package io.leadscore.ledger;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.DealSource;
import io.leadscore.scoring.ClosedDeal;
import java.time.Instant;
import java.util.function.Consumer;

/** The mirror's deals, to learn from. Thread-safe. */
final class MirroredDeals implements DealSource {

    /**
     * By contact: whether it had a deal then, whether one of them was open, and whether one that was made later was won in
     * time.
     */
    private static final String THEN = "SELECT c.id,"
            + " MAX(CASE WHEN d.created_at <= ? THEN 1 ELSE 0 END) AS had,"
            + " MAX(CASE WHEN d.created_at <= ? AND (d.outcome = 'OPEN' OR d.closed_at > ?) THEN 1 ELSE 0 END) AS opened,"
            + " MAX(CASE WHEN d.created_at > ? AND d.outcome = 'WON' AND d.closed_at <= ? THEN 1 ELSE 0 END) AS won"
            + " FROM contact c"
            + " LEFT JOIN link l ON l.portal_id = c.portal_id AND l.contact_id = c.id AND l.type = '" + ObjectType.DEALS
            + "' LEFT JOIN deal d ON d.portal_id = l.portal_id AND d.id = l.object_id"
            + " WHERE c.portal_id = ? AND c.gone_at IS NULL AND c.created_at <= ? GROUP BY c.id";

    private static final String COUNT = "SELECT COALESCE(SUM(1 - x.had), 0), COALESCE(SUM((1 - x.had) * x.won), 0),"
            + " COALESCE(SUM(x.had * (1 - x.opened)), 0), COALESCE(SUM(x.had * (1 - x.opened) * x.won), 0) FROM ("
            + THEN
            + ") x";

    private final long portalId;
    private final DealsQuery deals;
    private final Statements statements;

    MirroredDeals(long portalId, DealsQuery deals, Statements statements) {
        this.portalId = portalId;
        this.deals = deals;
        this.statements = statements;
    }

    @Override
    public void forEachClosed(Consumer<ClosedDeal> consumer) {
        deals.forEachClosed(portalId, consumer);
    }

    @Override
    public void forEachOpen(Consumer<DealFacts> consumer) {
        deals.forEachOpen(portalId, consumer);
    }

    @Override
    public void forEachHistory(Consumer<DealHistory> consumer) {
        deals.forEachHistory(portalId, consumer);
    }

    @Override
    public WithoutDeal withoutDeal(Instant at, Instant until) {
        return statements
                .query(
                        COUNT,
                        to -> to.instant(at)
                                .instant(at)
                                .instant(at)
                                .instant(at)
                                .instant(until)
                                .number(portalId)
                                .instant(at),
                        row -> new WithoutDeal(row.number(), row.number(), row.number(), row.number()))
                .get(0);
    }
}
