package io.leadscore.ledger;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which contacts are associated to which companies, deals and engagements. Joins the caller's transaction.
 * Thread-safe; types may be written in parallel.
 */
public final class Links {

    private static final String OF_CONTACTS = "SELECT l.object_id, l.contact_id, l.object_id, l.is_primary FROM "
            + Statements.IDS + " LEFT JOIN link l ON l.portal_id = ? AND l.contact_id = k.id AND l.type = ?";

    private static final String OF_OBJECTS = "SELECT l.object_id, l.contact_id, l.object_id, l.is_primary FROM "
            + Statements.IDS + " LEFT JOIN link l ON l.portal_id = ? AND l.type = ? AND l.object_id = k.id";

    private static final String DELETE =
            "DELETE FROM link WHERE portal_id = ? AND contact_id = ? AND type = ? AND object_id = ?";

    private final Statements statements;
    private final String upsert;

    Links(Statements statements) {
        this.statements = statements;
        this.upsert = statements
                .dialect()
                .upsert(
                        "link",
                        List.of("portal_id", "contact_id", "type", "object_id"),
                        List.of("portal_id", "contact_id", "type", "object_id", "is_primary"));
    }

    /**
     * Makes these the only links of these contacts to records of a type.
     *
     * @param linksByContact all links of each contact; an empty list: none
     * @return contacts whose links changed
     */
    public Set<Long> replaceOfContacts(long portalId, ObjectType to, Map<Long, List<Link>> linksByContact) {
        Map<Pair, Boolean> wanted = new TreeMap<>();
        linksByContact.forEach((contactId, links) -> links.forEach(
                link -> wanted.merge(new Pair(contactId, link.id()), link.primary(), Boolean::logicalOr)));
        return contactsOf(replace(portalId, to, known(OF_CONTACTS, portalId, to, linksByContact.keySet()), wanted));
    }

    /**
     * Makes these the only contacts that are linked to these records.
     *
     * @param contactsByObject all links of each record to contacts; an empty list: none
     * @return all contacts that are linked to the records, or were before
     */
    public Set<Long> replaceOfObjects(long portalId, ObjectType from, Map<Long, List<Link>> contactsByObject) {
        Map<Pair, Boolean> known = known(OF_OBJECTS, portalId, from, contactsByObject.keySet());
        Map<Pair, Boolean> wanted = new TreeMap<>();
        contactsByObject.forEach((objectId, links) -> links.forEach(link -> {
            Pair pair = new Pair(link.id(), objectId);
            wanted.merge(pair, link.primary(), Boolean::logicalOr);
        }));
        replace(portalId, from, known, wanted);
        Set<Long> contacts = contactsOf(known.keySet());
        contacts.addAll(contactsOf(wanted.keySet()));
        return contacts;
    }

    /** The contacts that are linked to any of these records. */
    public Set<Long> contactsOf(long portalId, ObjectType type, Collection<Long> objectIds) {
        return contactsOf(known(OF_OBJECTS, portalId, type, objectIds).keySet());
    }

    private Map<Pair, Boolean> known(String sql, long portalId, ObjectType type, Collection<Long> ids) {
        Map<Pair, Boolean> known = new HashMap<>();
        statements.found(sql, to -> to.ids(ids).number(portalId).constant(type), row -> {
            Pair pair = new Pair(row.number(), row.number());
            known.put(pair, row.flag());
            return pair;
        });
        return known;
    }

    private Set<Pair> replace(long portalId, ObjectType type, Map<Pair, Boolean> known, Map<Pair, Boolean> wanted) {
        Set<Pair> removed = new TreeSet<>(known.keySet());
        removed.removeAll(wanted.keySet());
        List<Pair> written = new ArrayList<>();
        wanted.forEach((pair, primary) -> {
            if (!primary.equals(known.get(pair))) {
                written.add(pair);
            }
        });
        statements.batch(DELETE, removed, (pair, to) -> bind(portalId, type, pair, to));
        statements.batch(upsert, written, (pair, to) -> bind(portalId, type, pair, to)
                .flag(Boolean.TRUE.equals(wanted.get(pair))));
        removed.addAll(written);
        return removed;
    }

    private static Parameters bind(long portalId, ObjectType type, Pair pair, Parameters to) throws SQLException {
        return to.number(portalId).number(pair.contactId()).constant(type).number(pair.objectId());
    }

    private static Set<Long> contactsOf(Collection<Pair> pairs) {
        Set<Long> contacts = new TreeSet<>();
        pairs.forEach(pair -> contacts.add(pair.contactId()));
        return contacts;
    }

    private record Pair(long contactId, long objectId) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int byContact = Long.compare(contactId, other.contactId);
            return byContact != 0 ? byContact : Long.compare(objectId, other.objectId);
        }
    }
}
