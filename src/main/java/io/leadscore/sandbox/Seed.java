package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;

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
        ContactSeeder contactSeeder = new ContactSeeder(store, dice, now, Market.USUAL);
        EngagementSeeder engagementSeeder = new EngagementSeeder(store, dice);
        DealSeeder dealSeeder = new DealSeeder(store, dice, now);
        ContactFinisher finisher = new ContactFinisher(store, dice, now);
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
            finisher.finish(contact);
        }
        account.store().indexNow();
    }

    private List<SeededCompany> companies(ObjectStore store, int number) {
        CompanySeeder seeder = new CompanySeeder(store, dice, now, Market.USUAL);
        List<SeededCompany> companies = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            companies.add(seeder.plant(i));
        }
        return companies;
    }
}
