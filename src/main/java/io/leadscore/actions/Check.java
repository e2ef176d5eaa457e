package io.leadscore.actions;

import java.time.Duration;

/** Refuses bad settings in words that go on from the key in {@code jobs/actions.yml}. */
final class Check {

    private Check() {}

    /** @throws IllegalArgumentException unless it is so */
    static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void between(String key, double value, double least, double most) {
        require(
                value >= least && value <= most,
                key + " must be between " + number(least) + " and " + number(most) + ", not " + number(value));
    }

    static void between(String key, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                key + " must be between " + least.toSeconds() + "s and " + most.toSeconds() + "s, not "
                        + value.toSeconds() + "s");
    }

    /** A name that people gave something in the file: short, and fit to be printed. */
    static void name(String key, String text) {
        require(!text.isBlank(), key + " must not be empty");
        require(text.length() <= 100, key + " must not be longer than 100 characters");
        require(
                text.chars().noneMatch(Character::isISOControl),
                key + " must not hold line ends or other control characters");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
