package io.leadscore.sandbox;

import java.util.Map;

/** What a sandbox is filled with. */
public enum Seeding {
    /** Records in the proportions of a large account: for every 10 contacts 2 companies, 5 deals and 30 engagements. */
    PROPORTIONS {
        @Override
        Map<Long, Long> plant(Account account) {
            new Seed(account).plant();
            return Map.of();
        }
    },
    /** Years of selling, with a deal for every contact and buyers unlike those that the scoring profile expects. */
    SALES {
        @Override
        Map<Long, Long> plant(Account account) {
            return new SalesSeed(account).plant();
        }
    };

    /** Fills the account; returns which contacts are to buy, and when, in epoch milliseconds. */
    abstract Map<Long, Long> plant(Account account);
}
