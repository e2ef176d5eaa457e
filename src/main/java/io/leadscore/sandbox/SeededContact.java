package io.leadscore.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A seeded contact.
 *
 * @param heat how much the contact engages, in [0, 1]
 * @param sourceAppeal what the hidden rule makes of the contact's source
 * @param activeUntil when the contact last did something
 */
record SeededContact(
        StoredObject object,
        Person person,
        @Nullable SeededCompany company,
        double heat,
        boolean senior,
        double sourceAppeal,
        long createdAt,
        long activeUntil,
        Tally tally) {

    /** What a contact without a company is worth beside others. */
    private static final double ALONE = -0.5;

    /** The same, whose activity is counted elsewhere. */
    SeededContact withTally(Tally other) {
        return new SeededContact(object, person, company, heat, senior, sourceAppeal, createdAt, activeUntil, other);
    }

    /**
     * The chance of winning a deal with the contact, by the hidden rule.
     *
     * @param activity how much the contact engages, in [0, 1]
     */
    double chance(double activity) {
        return BuyingRule.chanceOfWinning(company == null ? ALONE : company.appeal(), senior, sourceAppeal, activity);
    }
}
