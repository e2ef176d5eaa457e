package io.leadscore.lead;

import java.util.regex.Pattern;

/**
 * What stands in for an enumeration's value that is in no list known to be free of people's words: the same for the same
 * value, so that it can be counted, and not to be turned back.
 */
public final class Pseudonym {

    private static final String PREFIX = "#";
    private static final int DIGITS = 16;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{" + DIGITS + "}");

    private Pseudonym() {}

    /**
     * A pseudonym of a keyed hash.
     *
     * @param hash at least 16 hexadecimal digits in small letters
     */
    public static String of(String hash) {
        return PREFIX + hash.substring(0, DIGITS);
    }

    /** Whether a value that was kept is a pseudonym. */
    public static boolean is(String kept) {
        return FORM.matcher(kept).matches();
    }

    /** What people are shown of a value that was kept. */
    public static String shown(String kept) {
        return is(kept) ? "an unlisted value" : kept;
    }
}
