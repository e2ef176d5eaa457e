package io.leadscore.ledger;

import io.leadscore.lead.ContactFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids that were merged away, whether their contacts were ever mirrored or not: a search index that lags may still show
 * one after its survivor. Joins the caller's transaction. Thread-safe.
 */
final class MergedContacts {

    private static final List<String> KEY = List.of("portal_id", "id");

    private final Statements statements;
    private final String upsert;

    MergedContacts(Statements statements) {
        this.statements = statements;
        this.upsert = statements.dialect().upsert("merged_contact", KEY, List.of("portal_id", "id", "survivor_id"));
    }

    void add(long portalId, long id, long survivorId) {
        statements.update(upsert, to -> to.number(portalId).number(id).number(survivorId));
    }

    /** Those that were not merged away. */
    List<ContactFacts> without(long portalId, List<ContactFacts> contacts) {
        Set<Long> merged = new HashSet<>(statements.found(
                "SELECT m.id, m.id FROM " + Statements.IDS
                        + " LEFT JOIN merged_contact m ON m.portal_id = ? AND m.id = k.id",
                to -> to.ids(contacts.stream().map(ContactFacts::id).toList()).number(portalId),
                Row::number));
        return merged.isEmpty()
                ? contacts
                : contacts.stream()
                        .filter(contact -> !merged.contains(contact.id()))
                        .toList();
    }
}
