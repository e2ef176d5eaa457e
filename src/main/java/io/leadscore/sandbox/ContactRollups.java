package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the contact's own properties that count its engagements; changing them moves its modified date, as at HubSpot. */
final class ContactRollups {

    private final ObjectStore store;

    ContactRollups(ObjectStore store) {
        this.store = store;
    }

    /** An engagement was logged with a contact. */
    void logged(StoredObject engagement, StoredObject contact) {
        String at = engagement.state().properties().get("hs_timestamp");
        String when = at == null || !at.contains("T") ? PropertyReader.iso(store.now()) : at;
        PropertyValues now = contact.state().properties();
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("num_notes", plusOne(now, "num_notes"));
        later(changes, now, "notes_last_updated", when);
        if (engagement.type() != RecordType.NOTES && engagement.type() != RecordType.TASKS) {
            changes.put("num_contacted_notes", plusOne(now, "num_contacted_notes"));
            later(changes, now, "notes_last_contacted", when);
        }
        if ("INCOMING_EMAIL".equals(engagement.state().properties().get("hs_email_direction"))) {
            later(changes, now, "hs_sales_email_last_replied", when);
            later(changes, now, "hs_last_sales_activity_timestamp", when);
            changes.put("hs_last_sales_activity_type", "EMAIL_REPLY");
        }
        store.update(contact, changes);
    }

    private static String plusOne(PropertyValues now, String name) {
        String count = now.get(name);
        return String.valueOf(count == null ? 1 : Long.parseLong(count) + 1);
    }

    private static void later(Map<String, String> changes, PropertyValues now, String name, String when) {
        String before = now.get(name);
        if (before == null || before.compareTo(when) < 0) {
            changes.put(name, when);
        }
    }
}
