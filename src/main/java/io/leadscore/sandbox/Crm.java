package io.leadscore.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The account's records, by hand: what people and other apps do to a CRM while Leadscore runs. Every change of a
 * property moves the record's modified date; a change of associations moves none. Values are not validated. Thread-safe.
 */
public final class Crm {

    private final Account account;
    private final ObjectStore store;

    Crm(Account account) {
        this.account = account;
        this.store = account.store();
    }

    /** Creates a record now; {@code createdate} among the properties, in ISO 8601, sets another creation date. */
    public long create(RecordType type, Map<String, String> properties) {
        return store.create(type, PropertyValues.of(properties)).id();
    }

    /** Has the next record of a type get this id, and the ones after it greater ones. */
    public void nextId(RecordType type, long id) {
        store.table(type).nextId(id);
    }

    /** The record with this id, deleted or not, or the survivor of its merge; null if there never was one. */
    public @Nullable CrmObject find(RecordType type, long id) {
        StoredObject object = store.table(type).resolve(id);
        StoredObject found = object == null ? store.table(type).get(id) : object;
        return found == null ? null : CrmObject.of(found);
    }

    /**
     * The living record with this id, or the survivor of its merge.
     *
     * @throws IllegalArgumentException when there is none
     */
    public CrmObject get(RecordType type, long id) {
        return CrmObject.of(living(type, id));
    }

    /** A person changes properties; an empty value clears one. */
    public void update(RecordType type, long id, Map<String, String> properties) {
        store.update(living(type, id), properties, "CRM_UI");
    }

    /** Sets the modified date, and nothing else: to have many records share one. */
    public void setModified(RecordType type, long id, Instant modifiedAt) {
        store.change(living(type, id), state -> state.modifiedAt(modifiedAt.toEpochMilli(), store.now()));
    }

    public void delete(RecordType type, long id) {
        store.archive(living(type, id));
    }

    /** Erases a record, as a privacy deletion does. */
    public void erase(RecordType type, long id) {
        store.purge(living(type, id));
    }

    /** Merges a record into another, which keeps its id. */
    public void merge(RecordType type, long survivorId, long mergedId) {
        store.merge(living(type, survivorId), living(type, mergedId));
    }

    /** Merges two records into a new one and returns its id, as HubSpot may do. */
    public long mergeIntoNew(RecordType type, long firstId, long secondId) {
        StoredObject survivor = store.create(type, living(type, firstId).state().properties());
        store.merge(survivor, living(type, firstId));
        store.merge(survivor, living(type, secondId));
        return survivor.id();
    }

    public void associate(RecordType from, long fromId, RecordType to, long toId) {
        store.associations().link(from, fromId, to, toId);
    }

    /** Associates and makes the company of the two the other one's primary company. */
    public void associatePrimary(RecordType from, long fromId, RecordType to, long toId) {
        store.associations().linkPrimary(from, fromId, to, toId);
    }

    public void dissociate(RecordType from, long fromId, RecordType to, long toId) {
        store.associations().unlink(from, fromId, to, toId);
    }

    /** Associated ids, ascending. */
    public List<Long> associated(RecordType from, long fromId, RecordType to) {
        return LongStream.of(store.associations().ids(from, fromId, to)).boxed().toList();
    }

    /** How many living records there are. */
    public long count(RecordType type) {
        return store.table(type).all().stream().filter(StoredObject::alive).count();
    }

    /** Every living record, by ascending id. */
    public void forEach(RecordType type, Consumer<CrmObject> consumer) {
        store.table(type).all().stream()
                .filter(StoredObject::alive)
                .map(CrmObject::of)
                .forEach(consumer);
    }

    /** The ids of all living records, ascending. */
    public List<Long> ids(RecordType type) {
        return store.table(type).all().stream()
                .filter(StoredObject::alive)
                .map(StoredObject::id)
                .toList();
    }

    /** Logs an engagement with a contact now: the record, its association and the contact's own counts. Returns its id. */
    public long log(RecordType type, long contactId, Map<String, String> properties) {
        Map<String, String> values = new LinkedHashMap<>(properties);
        values.putIfAbsent("hs_timestamp", PropertyReader.iso(store.now()));
        StoredObject engagement = store.create(type, PropertyValues.of(values));
        StoredObject contact = living(RecordType.CONTACTS, contactId);
        store.associations().link(type, engagement.id(), RecordType.CONTACTS, contact.id());
        account.rollups().logged(engagement, contact);
        return engagement.id();
    }

    /** A contact's reply to an e-mail arrives now. Returns the e-mail's id. */
    public long logEmailReply(long contactId) {
        return log(
                RecordType.EMAILS,
                contactId,
                Map.of(
                        "hs_email_direction", "INCOMING_EMAIL",
                        "hs_email_status", "SENT",
                        "hs_email_subject", "Re: your offer",
                        "hs_email_text", "Thank you, when can we talk?"));
    }

    /** Closes a deal as won or lost now. */
    public void closeDeal(long dealId, boolean won) {
        update(
                RecordType.DEALS,
                dealId,
                Map.of("dealstage", won ? "closedwon" : "closedlost", "closedate", PropertyReader.iso(store.now())));
    }

    /** Adds a deal stage, or gives one another meaning, which HubSpot's own flags of the deals in it follow untouched. */
    public void defineDealStage(String id, boolean closed, String probability) {
        store.pipeline().put(new DealPipeline.Stage(id, id, closed, probability));
    }

    /** Says what one unit of another currency is worth in the account's own. */
    public void setExchangeRate(String code, String rate) {
        store.rates().set(code, new BigDecimal(rate));
    }

    /** Archives a property: its values are shown no more, until it is defined again. */
    public void archiveProperty(RecordType type, String name) {
        store.schema(type).archive(name);
    }

    /** Adds or replaces a property definition. */
    public void define(RecordType type, PropertyDefinition definition) {
        store.schema(type).put(definition);
    }

    /** An admin demands: where a property has this value, another must be set. Enforced from 2026-09 on. */
    public void requireWhere(RecordType type, String property, String value, String required) {
        store.schema(type).require(new Schema.ConditionalRule(property, value, required));
    }

    /** Makes every change so far visible to search at once, whatever the index lag. */
    public void indexNow() {
        store.indexNow();
    }

    private StoredObject living(RecordType type, long id) {
        StoredObject object = store.table(type).resolve(id);
        if (object == null) {
            throw new IllegalArgumentException("There is no living " + type.singular() + " " + id + ".");
        }
        return object;
    }
}
