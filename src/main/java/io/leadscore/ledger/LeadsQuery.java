package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealContact;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Lead;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads leads from the mirror, in a few queries whatever their number. Thread-safe. */
final class LeadsQuery {

    private static final String CONTACTS = "SELECT t.id, " + ContactTable.TABLE.selection() + " FROM " + Statements.IDS
            + " LEFT JOIN contact t ON t.portal_id = ? AND t.id = k.id AND t.gone_at IS NULL";

    /** The primary company last, so that it is the one that remains; else the one with the lowest id. */
    private static final String COMPANIES = linked("company", ObjectType.COMPANIES, CompanyTable.TABLE.selection())
            + " ORDER BY l.is_primary, t.id DESC";

    private static final String DEALS = linked("deal", ObjectType.DEALS, DealTable.TABLE.selection());

    private static final String CLOSED_DEALS = DEALS + " AND t.outcome <> '" + Outcome.OPEN + "'";

    private static final String ENGAGEMENTS = "SELECT t.id, l.contact_id, t.type, "
            + EngagementTable.of(ObjectType.EMAILS).selection() + " FROM " + Statements.IDS
            + " LEFT JOIN link l ON l.portal_id = ? AND l.contact_id = k.id"
            + " LEFT JOIN engagement t ON t.portal_id = l.portal_id AND t.type = l.type AND t.id = l.object_id";

    private static final String DEAL_CONTACTS = "SELECT c.id, k.id, c.id FROM " + Statements.IDS
            + " LEFT JOIN link l ON l.portal_id = ? AND l.type = '" + ObjectType.DEALS + "' AND l.object_id = k.id"
            + " LEFT JOIN contact c ON c.portal_id = l.portal_id AND c.id = l.contact_id AND c.gone_at IS NULL";

    private final Statements statements;

    LeadsQuery(Statements statements) {
        this.statements = statements;
    }

    List<Lead> find(long portalId, Collection<Long> contactIds, Instant asOf) {
        Map<Long, ContactFacts> contacts = contacts(portalId, contactIds);
        Map<Long, CompanyFacts> companies = companies(portalId, contacts.keySet());
        Map<Long, List<DealFacts>> deals = deals(DEALS, portalId, contacts.keySet());
        Map<Long, List<Engagement>> engagements = engagements(portalId, contacts.keySet());
        Map<Long, DealContact> counted = countedBy(portalId, deals.values());
        return contacts.values().stream()
                .map(contact -> Lead.asOf(
                                asOf,
                                contact,
                                companies.get(contact.id()),
                                deals.getOrDefault(contact.id(), List.of()),
                                engagements.getOrDefault(contact.id(), List.of()))
                        .countedBy(others(contact.id(), deals.getOrDefault(contact.id(), List.of()), counted)))
                .toList();
    }

    /** The deals of each of these contacts that were won or lost, in any order. */
    Map<Long, List<DealFacts>> closedDeals(long portalId, Collection<Long> contactIds) {
        return deals(CLOSED_DEALS, portalId, contactIds);
    }

    private Map<Long, List<DealFacts>> deals(String sql, long portalId, Collection<Long> contactIds) {
        Map<Long, List<DealFacts>> deals = new HashMap<>();
        statements.found(sql, to -> to.ids(contactIds).number(portalId), row -> deals.computeIfAbsent(
                        row.number(), id -> new ArrayList<>())
                .add(DealTable.TABLE.reader().read(row)));
        return deals;
    }

    /** By which contact each closed deal of several contacts is counted: the live one of the lowest id. */
    private Map<Long, DealContact> countedBy(long portalId, Collection<List<DealFacts>> deals) {
        Set<Long> closed = new TreeSet<>();
        deals.forEach(
                ofContact -> ofContact.stream().filter(DealFacts::isClosed).forEach(deal -> closed.add(deal.id())));
        if (closed.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> lowest = new HashMap<>();
        Set<Long> shared = new TreeSet<>();
        statements.found(DEAL_CONTACTS, to -> to.ids(closed).number(portalId), row -> {
            long dealId = row.number();
            return lowest.merge(dealId, row.number(), (one, other) -> {
                shared.add(dealId);
                return Math.min(one, other);
            });
        });
        lowest.keySet().retainAll(shared);
        Map<Long, ContactFacts> contacts = contacts(portalId, new TreeSet<>(lowest.values()));
        Map<Long, CompanyFacts> companies = companies(portalId, contacts.keySet());
        Map<Long, DealContact> counted = new HashMap<>();
        lowest.forEach((dealId, contactId) -> {
            ContactFacts contact = contacts.get(contactId);
            if (contact != null) {
                counted.put(dealId, new DealContact(contact, companies.get(contactId)));
            }
        });
        return counted;
    }

    private static Map<Long, DealContact> others(
            long contactId, List<DealFacts> deals, Map<Long, DealContact> counted) {
        Map<Long, DealContact> others = new HashMap<>();
        for (DealFacts deal : deals) {
            DealContact by = counted.get(deal.id());
            if (by != null && by.contact().id() != contactId) {
                others.put(deal.id(), by);
            }
        }
        return others;
    }

    /** Live contacts by id, ascending. */
    Map<Long, ContactFacts> contacts(long portalId, Collection<Long> contactIds) {
        Map<Long, ContactFacts> contacts = new TreeMap<>();
        statements
                .found(CONTACTS, to -> to.ids(contactIds).number(portalId), ContactTable.TABLE.reader())
                .forEach(contact -> contacts.put(contact.id(), contact));
        return contacts;
    }

    /** The primary company of each contact that has one. */
    Map<Long, CompanyFacts> companies(long portalId, Collection<Long> contactIds) {
        Map<Long, CompanyFacts> companies = new HashMap<>();
        statements.found(COMPANIES, to -> to.ids(contactIds).number(portalId), row -> {
            long contactId = row.number();
            CompanyFacts company = CompanyTable.TABLE.reader().read(row);
            companies.put(contactId, company);
            return company;
        });
        return companies;
    }

    /** The engagements of each contact that has any, in any order. */
    Map<Long, List<Engagement>> engagements(long portalId, Collection<Long> contactIds) {
        Map<Long, List<Engagement>> engagements = new HashMap<>();
        statements.found(ENGAGEMENTS, to -> to.ids(contactIds).number(portalId), row -> engagements
                .computeIfAbsent(row.number(), id -> new ArrayList<>())
                .add(EngagementTable.read(row.constant(ObjectType.class), row)));
        return engagements;
    }

    private static String linked(String table, ObjectType type, String selection) {
        return "SELECT t.id, l.contact_id, " + selection + " FROM " + Statements.IDS
                + " LEFT JOIN link l ON l.portal_id = ? AND l.contact_id = k.id AND l.type = '" + type + "'"
                + " LEFT JOIN " + table + " t ON t.portal_id = l.portal_id AND t.id = l.object_id";
    }
}
