package io.leadscore.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A seeded contact.
 *
 * @param heat how much the contact engages, in [0, 1]
 * @param chance of winning a deal with the contact, by the hidden rule
 * @param activeUntil when the contact last did something
 */
record SeededContact(
        StoredObject object,
        Person person,
        @Nullable SeededCompany company,
        double heat,
        double chance,
        long createdAt,
        long activeUntil,
        Tally tally) {}
