package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;

/** Ends the seeding of a contact, whose deals and engagements are there. */
final class ContactFinisher {

    private final ObjectStore store;
    private final Dice dice;
    private final long now;

    ContactFinisher(ObjectStore store, Dice dice, long now) {
        this.store = store;
        this.dice = dice;
        this.now = now;
    }

    /** Gives the contact the stage and the counts that its history makes. */
    void finish(SeededContact contact) {
        Tally tally = contact.tally();
        if (dice.chance(0.15 + 0.5 * contact.heat())) {
            long at = dice.between(contact.createdAt(), contact.activeUntil());
            tally.count("num_conversion_events", 1 + dice.geometric(0.7));
            tally.count("num_unique_conversion_events", 1);
            tally.latest("recent_conversion_date", at);
            tally.latest("hs_last_sales_activity_timestamp", at);
        }
        tally.count("hs_analytics_num_page_views", dice.geometric(1 + 12 * contact.heat()));
        tally.count("hs_analytics_num_visits", dice.geometric(1 + 4 * contact.heat()));
        tally.set("hs_email_optout", String.valueOf(dice.chance(0.03)));
        Map<String, String> values = tally.values();
        if (!values.containsKey("lifecyclestage")) {
            stage(contact, values);
        }
        long modifiedAt = Math.min(Math.max(tally.latest(), contact.createdAt()) + 1, now - 1_000);
        store.change(
                contact.object(),
                state ->
                        new ObjectState(state.properties().with(values), state.createdAt(), modifiedAt, modifiedAt, 0));
    }

    private void stage(SeededContact contact, Map<String, String> values) {
        double readiness = contact.heat() + 0.3 * dice.normal();
        values.put(
                "lifecyclestage",
                readiness > 0.7
                        ? "salesqualifiedlead"
                        : readiness > 0.4 ? "marketingqualifiedlead" : readiness > 0 ? "lead" : "subscriber");
        if (dice.chance(0.5)) {
            values.putIfAbsent(
                    "hs_lead_status", dice.pick(List.of("NEW", "OPEN", "IN_PROGRESS", "CONNECTED", "UNQUALIFIED")));
        }
    }
}
