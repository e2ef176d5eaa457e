package io.leadscore.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Numbers and dates in sentences: the same in every locale, and cheap, as every score has some twenty of them. */
final class Numbers {

    private Numbers() {}

    /** Points from hundredths, with one decimal: {@code 6.9}. */
    static String hundredths(int hundredths) {
        return oneDecimal(hundredths / 100.0);
    }

    static String percent(double rate) {
        return oneDecimal(100 * rate) + " %";
    }

    static String oneDecimal(double number) {
        long tenths = Math.round(Math.abs(number) * 10);
        String sign = number < 0 && tenths > 0 ? "-" : "";
        return sign + tenths / 10 + "." + tenths % 10;
    }

    /** {@code 1 meeting}, {@code 2 meetings}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The day in UTC: {@code 2026-11-20}. */
    static String date(long epochMillis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(epochMillis), ZoneOffset.UTC)
                .toString();
    }
}
