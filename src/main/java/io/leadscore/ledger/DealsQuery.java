package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.FirstFilled;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StageChange;
import io.leadscore.lead.TrackRecord;
import io.leadscore.scoring.ClosedDeal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads deals with whom they are made, page by page, so that any number fits in memory. Thread-safe. */
final class DealsQuery {

    private static final int PAGE = 1_000;

    private static final String CLOSED = page("AND t.outcome <> '" + Outcome.OPEN + "'");
    private static final String OPEN = page("AND t.outcome = '" + Outcome.OPEN + "'");
    private static final String ALL = page("");

    private static final String CONTACTS = "SELECT c.id, k.id, c.id, c.created_at FROM " + Statements.IDS
            + " LEFT JOIN link l ON l.portal_id = ? AND l.type = '" + ObjectType.DEALS + "' AND l.object_id = k.id"
            + " LEFT JOIN contact c ON c.portal_id = l.portal_id AND c.id = l.contact_id AND c.gone_at IS NULL";

    private static final String STAGES = "SELECT h.contact_id, h.contact_id, h.changed_at, h.stage FROM "
            + Statements.IDS + " LEFT JOIN lifecycle_history h ON h.portal_id = ? AND h.contact_id = k.id";

    private final Statements statements;
    private final LeadsQuery leads;
    private final PrimaryContact choice;
    private final FilledProperties filledProperties;

    DealsQuery(Statements statements, LeadsQuery leads, PrimaryContact choice) {
        this.statements = statements;
        this.leads = leads;
        this.choice = choice;
        this.filledProperties = new FilledProperties(statements);
    }

    void forEachClosed(long portalId, Consumer<ClosedDeal> consumer) {
        forEachPage(CLOSED, portalId, deals -> {
            Map<Long, Long> contactIds = contactIds(portalId, deals);
            Map<Long, ContactFacts> contacts = leads.contacts(portalId, contactIds.values());
            Map<Long, CompanyFacts> companies = leads.companies(portalId, contacts.keySet());
            Map<Long, List<DealFacts>> closed = leads.closedDeals(portalId, contacts.keySet());
            for (DealFacts deal : deals) {
                Long contactId = contactIds.get(deal.id());
                consumer.accept(
                        contactId == null
                                ? new ClosedDeal(deal, null, null)
                                : new ClosedDeal(
                                        deal,
                                        contacts.get(contactId),
                                        companies.get(contactId),
                                        TrackRecord.before(deal, closed.getOrDefault(contactId, List.of()))));
            }
        });
    }

    void forEachOpen(long portalId, Consumer<DealFacts> consumer) {
        forEachPage(OPEN, portalId, deals -> deals.forEach(consumer));
    }

    void forEach(long portalId, Consumer<DealFacts> consumer) {
        forEachPage(ALL, portalId, deals -> deals.forEach(consumer));
    }

    void forEachHistory(long portalId, Consumer<DealHistory> consumer) {
        boolean filledSince = !filledProperties.isEmpty(portalId);
        forEachPage(ALL, portalId, deals -> {
            Map<Long, Long> contactIds = contactIds(portalId, deals);
            Map<Long, ContactFacts> contacts = leads.contacts(portalId, contactIds.values());
            Map<Long, CompanyFacts> companies = leads.companies(portalId, contacts.keySet());
            Map<Long, List<Engagement>> engagements = leads.engagements(portalId, contacts.keySet());
            Map<Long, List<StageChange>> stages = stages(portalId, contacts.keySet());
            Map<Long, List<DealFacts>> closed = leads.closedDeals(portalId, contacts.keySet());
            Filled filled =
                    filledSince ? filled(portalId, deals, contacts.keySet(), companies.values()) : Filled.NOTHING;
            for (DealFacts deal : deals) {
                Long contactId = contactIds.get(deal.id());
                ContactFacts contact = contactId == null ? null : contacts.get(contactId);
                if (contact != null) {
                    consumer.accept(new DealHistory(
                            deal,
                            new LeadHistory(
                                    contact,
                                    companies.get(contactId),
                                    engagements.getOrDefault(contactId, List.of()),
                                    stages.getOrDefault(contactId, List.of()),
                                    closed.getOrDefault(contactId, List.of()),
                                    filled.of(contact, companies.get(contactId), deal))));
                }
            }
        });
    }

    private Filled filled(
            long portalId, List<DealFacts> deals, Collection<Long> contacts, Collection<CompanyFacts> companies) {
        return new Filled(
                filledProperties.find(portalId, ObjectType.CONTACTS, contacts),
                filledProperties.find(
                        portalId,
                        ObjectType.COMPANIES,
                        companies.stream().map(CompanyFacts::id).distinct().toList()),
                filledProperties.find(
                        portalId,
                        ObjectType.DEALS,
                        deals.stream().map(DealFacts::id).toList()));
    }

    /** Since when the properties of a page's records have had a value, by their ids. */
    private record Filled(
            Map<Long, Map<String, Instant>> contacts,
            Map<Long, Map<String, Instant>> companies,
            Map<Long, Map<String, Instant>> deals) {

        private static final Filled NOTHING = new Filled(Map.of(), Map.of(), Map.of());

        FirstFilled of(ContactFacts contact, @Nullable CompanyFacts company, DealFacts deal) {
            Map<String, Instant> itsDeal = deals.getOrDefault(deal.id(), Map.of());
            return new FirstFilled(
                    contacts.getOrDefault(contact.id(), Map.of()),
                    company == null ? Map.of() : companies.getOrDefault(company.id(), Map.of()),
                    itsDeal.isEmpty() ? Map.of() : Map.of(deal.id(), itsDeal));
        }
    }

    /** The lifecycle stages of each contact that has any, in any order. */
    Map<Long, List<StageChange>> stages(long portalId, Collection<Long> contactIds) {
        Map<Long, List<StageChange>> stages = new HashMap<>();
        statements.found(STAGES, to -> to.ids(contactIds).number(portalId), row -> stages.computeIfAbsent(
                        row.number(), id -> new ArrayList<>())
                .add(new StageChange(row.instant(), row.textOrNull())));
        return stages;
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
        Map<Long, Contact> chosen = new HashMap<>();
        statements.found(
                CONTACTS,
                to -> to.ids(deals.stream().map(DealFacts::id).toList()).number(portalId),
                row -> chosen.merge(row.number(), new Contact(row.number(), row.instant()), this::chosen));
        Map<Long, Long> contactIds = new HashMap<>();
        chosen.forEach((dealId, contact) -> contactIds.put(dealId, contact.id()));
        return contactIds;
    }

    private Contact chosen(Contact one, Contact other) {
        int order =
                switch (choice) {
                    case LOWEST_ID -> 0;
                    case FIRST_CREATED -> one.createdAt().compareTo(other.createdAt());
                    case LAST_CREATED -> other.createdAt().compareTo(one.createdAt());
                };
        return order < 0 || (order == 0 && one.id() < other.id()) ? one : other;
    }

    private record Contact(long id, Instant createdAt) {}

    private static String page(String condition) {
        return "SELECT " + DealTable.TABLE.selection()
                + " FROM deal t WHERE t.portal_id = ? AND t.id > ? " + condition
                + " ORDER BY t.portal_id, t.id LIMIT ?";
    }
}
