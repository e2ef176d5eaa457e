package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the engagements of a contact: the hotter, the more of them and the better they went. */
final class EngagementSeeder {

    private static final String CONNECTED = "f240bbac-87c9-4f6e-bf70-924b57d47db7";
    private static final String NO_ANSWER = "73a0d17f-1163-4015-bdd5-ec830791da20";

    private final ObjectStore store;
    private final Dice dice;
    private final EmailSeeder emails;

    EngagementSeeder(ObjectStore store, Dice dice) {
        this.store = store;
        this.dice = dice;
        this.emails = new EmailSeeder(dice);
    }

    /** So many engagements, spread over the time in which the contact was active. */
    void plant(SeededContact contact, int number) {
        for (int i = 0; i < number; i++) {
            plant(contact, dice.between(contact.createdAt(), contact.activeUntil()));
        }
    }

    /** One engagement. Returns what it says of how much the contact wants to buy, 0 or more. */
    double plant(SeededContact contact, long at) {
        Made made = make(contact, at);
        add(made.type(), contact, made.values(), at, made.changedAt());
        return BuyingRule.deed(made.values());
    }

    /** The same of an engagement that is still to come, and leaves no trace yet. */
    double imagine(SeededContact contact, long at) {
        return BuyingRule.deed(make(contact.withTally(new Tally()), at).values());
    }

    /** What an engagement came to, and when it last changed. */
    private record Made(RecordType type, Map<String, String> values, long changedAt) {}

    private Made make(SeededContact contact, long at) {
        double kind = dice.unit();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("hs_timestamp", PropertyReader.iso(at));
        values.put("hubspot_owner_id", dice.pick(Owner.SELLERS).id());
        if (kind < 0.45) {
            return new Made(RecordType.EMAILS, values, emails.write(values, contact, at));
        } else if (kind < 0.62) {
            call(values, contact, at);
            return new Made(RecordType.CALLS, values, at + 600_000);
        } else if (kind < 0.74) {
            meeting(values, contact, at);
            return new Made(RecordType.MEETINGS, values, at + 3_600_000);
        } else if (kind < 0.84) {
            note(values, contact);
            return new Made(RecordType.NOTES, values, at);
        } else if (kind < 0.94) {
            task(values, contact);
            return new Made(RecordType.TASKS, values, at);
        }
        communication(values, contact);
        return new Made(RecordType.COMMUNICATIONS, values, at);
    }

    private void add(
            RecordType type, SeededContact contact, Map<String, String> values, long createdAt, long changedAt) {
        long modifiedAt = Math.min(changedAt, store.now() - 1_000);
        StoredObject object =
                store.table(type).add(new ObjectState(PropertyValues.of(values), createdAt, modifiedAt, modifiedAt, 0));
        store.associations()
                .link(type, object.id(), RecordType.CONTACTS, contact.object().id());
        SeededCompany company = contact.company();
        if (company != null && dice.chance(0.5)) {
            store.associations()
                    .link(
                            type,
                            object.id(),
                            RecordType.COMPANIES,
                            company.object().id());
        }
        contact.tally().count("num_notes", 1);
        contact.tally().latest("notes_last_updated", createdAt);
        if (type != RecordType.NOTES && type != RecordType.TASKS) {
            contact.tally().count("num_contacted_notes", 1);
            contact.tally().latest("notes_last_contacted", createdAt);
        }
    }

    private void call(Map<String, String> values, SeededContact contact, long at) {
        boolean connected = dice.chance(0.25 + 0.6 * contact.heat());
        values.put("hs_call_direction", dice.chance(0.2 * contact.heat()) ? "INBOUND" : "OUTBOUND");
        values.put("hs_call_status", connected ? "COMPLETED" : "NO_ANSWER");
        values.put("hs_call_disposition", connected ? CONNECTED : NO_ANSWER);
        values.put("hs_call_duration", String.valueOf(connected ? dice.between(40_000, 1_800_000) : 0));
        values.put("hs_call_title", "Call with " + contact.person().fullName());
        values.put("hs_call_body", contact.person().fullName() + " asked about " + dice.pick(SeedWords.TOPICS));
        values.put("hs_call_to_number", contact.person().phone());
        if (connected) {
            contact.tally().latest("hs_last_sales_activity_timestamp", at);
        }
    }

    private void meeting(Map<String, String> values, SeededContact contact, long at) {
        boolean attended = dice.chance(0.35 + 0.6 * contact.heat());
        values.put("hs_meeting_start_time", PropertyReader.iso(at));
        values.put("hs_meeting_end_time", PropertyReader.iso(at + 1_800_000));
        values.put("hs_meeting_outcome", attended ? "COMPLETED" : dice.pick(List.of("NO_SHOW", "CANCELED")));
        values.put("hs_meeting_title", "Meeting with " + contact.person().fullName());
        values.put(
                "hs_meeting_body", "Talk with " + contact.person().firstName() + " on " + dice.pick(SeedWords.TOPICS));
        contact.tally().latest("hs_latest_meeting_activity", at);
        contact.tally().latest("engagements_last_meeting_booked", at);
    }

    private void note(Map<String, String> values, SeededContact contact) {
        values.put(
                "hs_note_body",
                contact.person().fullName() + " (" + contact.person().mobile() + ") prefers to talk about "
                        + dice.pick(SeedWords.TOPICS));
    }

    private void task(Map<String, String> values, SeededContact contact) {
        values.put("hs_task_subject", "Call " + contact.person().fullName());
        values.put(
                "hs_task_body",
                "On " + dice.pick(SeedWords.TOPICS) + ", number "
                        + contact.person().phone());
        values.put("hs_task_status", dice.chance(0.7) ? "COMPLETED" : "NOT_STARTED");
        values.put("hs_task_priority", dice.pick(List.of("LOW", "MEDIUM", "HIGH")));
        values.put("hs_task_type", "CALL");
    }

    private void communication(Map<String, String> values, SeededContact contact) {
        values.put("hs_communication_channel_type", dice.pick(List.of("WHATS_APP", "LINKEDIN_MESSAGE", "SMS")));
        values.put("hs_communication_logged_from", "CRM");
        values.put(
                "hs_communication_body",
                "Hello " + contact.person().firstName() + ", on " + dice.pick(SeedWords.TOPICS));
    }
}
