package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills an account with a believable CRM: for every 10 contacts 2 companies, 5 deals and 30 engagements. The same seed,
 * size and clock give the same records.
 */
final class Seed {

    private final Account account;
    private final Dice dice;
    private final long now;

    Seed(Account account) {
        this.account = account;
        this.dice = new Dice(account.options().seed());
        this.now = account.store().now();
    }

    void plant() {
        ObjectStore store = account.store();
        int contacts = account.options().contacts();
        List<SeededCompany> companies = companies(store, Math.max(1, contacts / 5));
        ContactSeeder contactSeeder = new ContactSeeder(store, dice, now);
        EngagementSeeder engagementSeeder = new EngagementSeeder(store, dice);
        DealSeeder dealSeeder = new DealSeeder(store, dice, now);
        int engagements = 0;
        int deals = 0;
        for (int number = 1; number <= contacts; number++) {
            SeededCompany company = dice.chance(0.1) ? null : dice.pickEarly(companies);
            SeededContact contact = contactSeeder.plant(number, company);
            // Chance alone would miss the proportions: whoever comes when there are too many gets fewer.
            double steering = engagements < 3 * number ? 1.05 : 0.85;
            int more = dice.geometric(steering * (0.8 + 8.5 * contact.heat()));
            engagementSeeder.plant(contact, more);
            engagements += more;
            int moreDeals = (dice.chance(2 * deals < number ? 0.5 : 0.35) ? 1 : 0) + (dice.chance(0.06) ? 1 : 0);
            for (int i = 0; i < moreDeals; i++) {
                dealSeeder.plant(contact);
            }
            deals += moreDeals;
            finish(contact);
        }
        account.store().indexNow();
    }

    private List<SeededCompany> companies(ObjectStore store, int number) {
        CompanySeeder seeder = new CompanySeeder(store, dice, now);
        List<SeededCompany> companies = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            companies.add(seeder.plant(i));
        }
        return companies;
    }

    /** Gives the contact the stage and the counts that its history makes. */
    private void finish(SeededContact contact) {
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
        account.store()
                .change(
                        contact.object(),
                        state -> new ObjectState(
                                state.properties().with(values), state.createdAt(), modifiedAt, modifiedAt, 0));
    }

    private void stage(SeededContact contact, Map<String, String> values) {
        double readiness = contact.heat() + 0.3 * dice.normal();
        values.put(
                "lifecyclestage",
                readiness > 0.7
                        ? "salesqualifiedlead"
                        : readiness > 0.4 ? "marketingqualifiedlead" : readiness > 0 ? "lead" : "subscriber");
        if (dice.chance(0.5)) {
            values.put("hs_lead_status", dice.pick(List.of("NEW", "OPEN", "IN_PROGRESS", "CONNECTED", "UNQUALIFIED")));
        }
    }
}
