package io.leadscore.sandbox;

import java.util.Map;

/** Fills e-mails: sent ones with opens and clicks, by people or by scanners, and replies. */
final class EmailSeeder {

    private final Dice dice;

    EmailSeeder(Dice dice) {
        this.dice = dice;
    }

    /** Fills in the values of an e-mail sent at this instant and returns when it last changed. */
    long write(Map<String, String> values, SeededContact contact, long at) {
        Person person = contact.person();
        Owner owner = dice.pick(Owner.SELLERS);
        boolean reply = dice.chance(0.45 * contact.heat());
        String topic = dice.pick(SeedWords.TOPICS);
        values.put("hs_email_direction", reply ? "INCOMING_EMAIL" : "EMAIL");
        values.put("hs_email_status", dice.chance(0.03) ? "BOUNCED" : "SENT");
        values.put("hs_email_subject", (reply ? "Re: " : "") + topic + " for " + person.fullName());
        values.put(
                "hs_email_text", "Dear " + (reply ? owner.firstName() : person.firstName()) + ", about " + topic + ".");
        values.put("hs_email_from_email", reply ? person.email() : owner.email());
        values.put("hs_email_to_email", reply ? owner.email() : person.email());
        values.put("hs_email_to_lastname", reply ? owner.lastName() : person.lastName());
        Tally tally = contact.tally();
        if (reply) {
            tally.latest("hs_sales_email_last_replied", at);
            tally.latest("hs_last_sales_activity_timestamp", at);
            tally.set("hs_last_sales_activity_type", "EMAIL_REPLY");
            return at;
        }
        tally.count("hs_email_delivered", 1);
        tally.latest("hs_email_last_send_date", at);
        if (dice.chance(0.12)) {
            // A scanner opens within seconds and follows every link at once.
            return opened(values, tally, at + dice.between(500, 3_000), 1 + dice.geometric(0.5), dice.between(3, 8));
        }
        if (dice.chance(0.1 + 0.75 * contact.heat())) {
            long clicks = dice.chance(0.5 * contact.heat()) ? 1 : 0;
            return opened(values, tally, at + dice.between(300_000, 2 * Dice.DAY), 1 + dice.geometric(0.8), clicks);
        }
        return at;
    }

    private static long opened(Map<String, String> values, Tally tally, long at, long opens, long clicks) {
        values.put("hs_email_open_count", String.valueOf(opens));
        values.put("hs_email_click_count", String.valueOf(clicks));
        tally.count("hs_email_open", opens);
        tally.latest("hs_email_last_open_date", at);
        tally.latest("hs_sales_email_last_opened", at);
        if (clicks > 0) {
            tally.count("hs_email_click", clicks);
            tally.latest("hs_email_last_click_date", at);
        }
        return at;
    }
}
