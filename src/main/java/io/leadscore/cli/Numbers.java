package io.leadscore.cli;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {

    private Numbers() {}

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Points from hundredths of points, with a sign. */
    static String signedPoints(int hundredths) {
        return String.format(Locale.ROOT, "%+.2f", hundredths / 100.0);
    }
}
