package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.ClosedDeal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads deals with whom they are made, page by page, so that any number fits in memory. Thread-safe. */
final class DealsQuery {

    private static final int PAGE = 1_000;

    private static final String CLOSED = page("<>");
    private static final String OPEN = page("=");

    private static final String CONTACTS = "SELECT MIN(c.id), k.id, MIN(c.id) FROM " + Statements.IDS
            + " LEFT JOIN link l ON l.portal_id = ? AND l.type = '" + ObjectType.DEALS + "' AND l.object_id = k.id"
            + " LEFT JOIN contact c ON c.portal_id = l.portal_id AND c.id = l.contact_id AND c.gone_at IS NULL"
            + " GROUP BY k.id";

    private final Statements statements;
    private final LeadsQuery leads;

    DealsQuery(Statements statements, LeadsQuery leads) {
        this.statements = statements;
        this.leads = leads;
    }

    void forEachClosed(long portalId, Consumer<ClosedDeal> consumer) {
        forEachPage(CLOSED, portalId, deals -> {
            Map<Long, Long> contactIds = contactIds(portalId, deals);
            Map<Long, ContactFacts> contacts = leads.contacts(portalId, contactIds.values());
            Map<Long, CompanyFacts> companies = leads.companies(portalId, contacts.keySet());
            for (DealFacts deal : deals) {
                Long contactId = contactIds.get(deal.id());
                consumer.accept(
                        contactId == null
                                ? new ClosedDeal(deal, null, null)
                                : new ClosedDeal(deal, contacts.get(contactId), companies.get(contactId)));
            }
        });
    }

    void forEachOpen(long portalId, Consumer<DealFacts> consumer) {
        forEachPage(OPEN, portalId, deals -> deals.forEach(consumer));
    }

    private void forEachPage(String sql, long portalId, Consumer<List<DealFacts>> consumer) {
        long after = 0;
        List<DealFacts> deals;
        do {
            long last = after;
            deals = statements.query(
                    sql, to -> to.number(portalId).number(last).number(PAGE), DealTable.TABLE.reader());
            if (!deals.isEmpty()) {
                consumer.accept(deals);
                after = deals.get(deals.size() - 1).id();
            }
        } while (deals.size() == PAGE);
    }

    private Map<Long, Long> contactIds(long portalId, List<DealFacts> deals) {
        Map<Long, Long> contactIds = new HashMap<>();
        statements.found(
                CONTACTS,
                to -> to.ids(deals.stream().map(DealFacts::id).toList()).number(portalId),
                row -> contactIds.put(row.number(), row.number()));
        return contactIds;
    }

    private static String page(String open) {
        return "SELECT " + DealTable.TABLE.selection()
                + " FROM deal t WHERE t.portal_id = ? AND t.id > ? AND t.outcome " + open + " '" + Outcome.OPEN
                + "' ORDER BY t.portal_id, t.id LIMIT ?";
    }
}
