package io.leadscore.ledger;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.DealSource;
import io.leadscore.scoring.ClosedDeal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The mirror's deals, to learn from. Thread-safe. */
final class MirroredDeals implements DealSource {

    private static final int PAGE = 5_000;

    /** Contacts, ascending, with what tells of their deals; one row for each deal. */
    private static final String CONTACTS =
            "SELECT c.id, c.created_at, d.created_at, d.closed_at, d.outcome FROM (SELECT portal_id, id, created_at"
                    + " FROM contact WHERE portal_id = ? AND id > ? AND gone_at IS NULL ORDER BY portal_id, id LIMIT ?) c"
                    + " LEFT JOIN link l ON l.portal_id = c.portal_id AND l.contact_id = c.id AND l.type = '"
                    + ObjectType.DEALS
                    + "' LEFT JOIN deal d ON d.portal_id = l.portal_id AND d.id = l.object_id ORDER BY c.id";

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
    public WithoutDeal withoutDeal(List<Instant> instants, Duration horizon) {
        ContactsThen contacts = new ContactsThen(instants, horizon);
        long after = 0;
        List<Long> page;
        do {
            long last = after;
            page = statements.query(
                    CONTACTS, to -> to.number(portalId).number(last).number(PAGE), contacts::add);
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1);
            }
        } while (!page.isEmpty());
        return contacts.counted();
    }
}
