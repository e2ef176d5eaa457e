package io.leadscore.ledger;

import io.leadscore.lead.ContactFacts;
import io.leadscore.ledger.FactsUpsert.Decided;
import java.util.List;
import java.util.Objects;

/** Remembers which lifecycle stage a contact was in from when on. Thread-safe. */
final class LifecycleHistory {

    private static final String TABLE = "lifecycle_history";
    private static final List<String> KEY = List.of("portal_id", "contact_id", "changed_at");

    private final Statements statements;
    private final String upsert;

    LifecycleHistory(Statements statements) {
        this.statements = statements;
        this.upsert =
                statements.dialect().upsert(TABLE, KEY, List.of("portal_id", "contact_id", "changed_at", "stage"));
    }

    /** Adds the stage of each contact whose stage changed, or that is seen for the first time. */
    void append(long portalId, List<Decided<ContactFacts>> contacts) {
        List<ContactFacts> moved = contacts.stream()
                .filter(one -> one.change() == Change.NEW || one.change() == Change.CHANGED)
                .filter(one -> one.known() == null
                        || !Objects.equals(
                                one.known().lifecycleStage(), one.facts().lifecycleStage()))
                .map(Decided::facts)
                .toList();
        statements.batch(upsert, moved, (contact, to) -> to.number(portalId)
                .number(contact.id())
                .instant(contact.modifiedAt())
                .text(contact.lifecycleStage()));
    }
}
