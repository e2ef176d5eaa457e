package io.leadscore.sandbox;

import java.text.Normalizer;
import java.util.Locale;

/** A made-up person behind a contact: what must never leave the CRM. */
record Person(String firstName, String lastName, String email, String phone, String mobile) {

    static Person make(Dice dice, int number, String domain) {
        String first = dice.pick(SeedWords.FIRST_NAMES);
        String last = dice.pick(SeedWords.LAST_NAMES);
        String plain =
                Normalizer.normalize(first + "." + last, Normalizer.Form.NFD).replaceAll("[^A-Za-z.]", "");
        return new Person(
                first,
                last,
                plain.toLowerCase(Locale.ROOT) + number + "@" + domain,
                "+49 341 " + dice.between(1_000_000, 9_999_999),
                "+44 7700 " + dice.between(100_000, 999_999));
    }

    String fullName() {
        return firstName + " " + lastName;
    }
}
