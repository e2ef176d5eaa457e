package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills an account with years of selling that went on as it goes on today: contacts came, wrote, met and were offered
 * something, and whoever had done most, and fits the market, bought. For every contact there is about one deal, and most
 * deals are closed. The same seed, size and clock give the same records.
 */
final class SalesSeed {

    private static final long DAY = Dice.DAY;
    private static final long HOUR = DAY / 24;

    /** So far into the future the story is told. */
    private static final long TOLD = 365 * DAY;

    /** So long the team waits for the first offer; whom nothing more is offered it mostly gives up. */
    private static final long PATIENCE = 180 * DAY;

    /** So much done makes an interest of 63 %. */
    private static final double DONE = 2.5;

    private final Account account;
    private final Dice dice;
    private final long now;
    private final ContactSeeder contacts;
    private final EngagementSeeder engagements;
    private final DealSeeder deals;
    private final ContactFinisher finisher;
    private final Map<Long, Long> buyers = new HashMap<>();

    SalesSeed(Account account) {
        ObjectStore store = account.store();
        this.account = account;
        this.dice = new Dice(account.options().seed());
        this.now = store.now();
        this.contacts = new ContactSeeder(store, dice, now, Market.FAIRS);
        this.engagements = new EngagementSeeder(store, dice);
        this.deals = new DealSeeder(store, dice, now);
        this.finisher = new ContactFinisher(store, dice, now);
    }

    /** Returns who is going to buy, and when, in epoch milliseconds. */
    Map<Long, Long> plant() {
        int number = account.options().contacts();
        CompanySeeder seeder = new CompanySeeder(account.store(), dice, now, Market.FAIRS);
        List<SeededCompany> companies = new ArrayList<>();
        for (int i = 1; i <= Math.max(1, number / 2); i++) {
            companies.add(seeder.plant(i));
        }
        for (int i = 1; i <= number; i++) {
            SeededContact contact = contacts.plant(i, dice.chance(0.05) ? null : dice.pick(companies));
            live(contact);
            finisher.finish(contact);
        }
        account.store().indexNow();
        return buyers;
    }

    /** One offer after the other, as long as there is another one; those to come are made as the earlier ones were. */
    private void live(SeededContact contact) {
        long from = contact.createdAt();
        long givenUpAt = from + PATIENCE;
        double another = contact.heat() > 0 ? 0.9 : 0.6;
        while (from < now + TOLD && dice.chance(another)) {
            long offered = from + dice.between(2, 45) * DAY;
            double done = talk(contact, 5, from, offered) + talk(contact, 2, offered, offered + 14 * DAY);
            boolean won = dice.chance(contact.chance(1 - Math.exp(-done / DONE)));
            long closed = offered + deals.cycle(won) * 3 / 2;
            if (offered < now - HOUR) {
                deals.plant(contact, offered, closed, won);
            }
            if (won && closed >= now) {
                buyers.putIfAbsent(contact.object().id(), closed);
            }
            givenUpAt = closed;
            from = closed + dice.between(30, 200) * DAY;
            another = 0.32;
        }
        talk(contact, 1, from, from + 120 * DAY);
        if (givenUpAt < now && !contact.tally().has("lifecyclestage", "customer") && dice.chance(0.95)) {
            contact.tally().set("hs_lead_status", "UNQUALIFIED");
        }
    }

    /** Talks with the contact in this time. Returns how much the contact did. */
    private double talk(SeededContact contact, double most, long from, long until) {
        double done = 0;
        for (int left = dice.geometric(0.3 + most * contact.heat()); left > 0; left--) {
            long at = dice.between(from, until);
            done += at < now - HOUR ? engagements.plant(contact, at) : engagements.imagine(contact, at);
        }
        return done;
    }
}
