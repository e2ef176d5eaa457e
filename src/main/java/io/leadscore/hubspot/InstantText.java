package io.leadscore.hubspot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instant in all forms that HubSpot and what writes to it use: ISO 8601 with an offset, a zone or neither, which
 * is UTC; a date alone, which is midnight UTC; milliseconds since 1970, or by their size seconds, microseconds or
 * nanoseconds.
 */
final class InstantText {

    /** Year 1 and year 9999: what every database takes. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** HubSpot's own form with and without milliseconds, {@code 0} for a digit. */
    private static final String OWN_FORM = "0000-00-00T00:00:00.000Z";

    private static final String OWN_FORM_OF_SECONDS = "0000-00-00T00:00:00Z";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern BASIC_DATE = Pattern.compile("(19|20|21)\\d{6}");
    private static final Pattern UNIVERSAL_TIME = Pattern.compile(" ?(UTC|GMT)$");
    private static final Pattern SPACE_BEFORE_OFFSET = Pattern.compile(" (?=[+-]\\d{2})");
    private static final Pattern BARE_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})?$");

    /** What was before 2001 by the second is between the 12th of January and the 26th of April 1970 by the millisecond. */
    private static final long FIRST_SECONDS = 1_000_000_000L;

    private static final long LAST_SECONDS = 9_999_999_999L;
    private static final long DAY_MILLIS = 86_400_000L;

    /** Beyond every date by the millisecond, and of 1973 by the microsecond. */
    private static final long FIRST_MICROS = 253_402_300_800_000L;

    private static final long FIRST_NANOS = 100_000_000_000_000_000L;
    private static final int DATE_LENGTH = 10;

    private InstantText() {}

    /** The instant; null when it is none, or of no year from 1 to 9999. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = read(text.strip());
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static Instant read(String text) {
        if (isLike(OWN_FORM, text) || isLike(OWN_FORM_OF_SECONDS, text)) {
            return ofOwnForm(text);
        }
        if (BASIC_DATE.matcher(text).matches()) {
            return midnight(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        }
        if (NUMBER.matcher(text).matches()) {
            return ofNumber(Long.parseLong(text));
        }
        if (text.length() <= DATE_LENGTH) {
            return midnight(LocalDate.parse(text));
        }
        String iso = text.toUpperCase(Locale.ROOT);
        if (iso.charAt(DATE_LENGTH) == ' ') {
            iso = iso.substring(0, DATE_LENGTH)
                    + 'T'
                    + iso.substring(DATE_LENGTH).strip();
        }
        iso = UNIVERSAL_TIME.matcher(iso).replaceFirst("Z");
        iso = SPACE_BEFORE_OFFSET.matcher(iso).replaceFirst("");
        if (iso.indexOf('[') < 0 && iso.indexOf('T') == DATE_LENGTH) {
            iso = iso.substring(0, DATE_LENGTH) + withColon(iso.substring(DATE_LENGTH));
        } else {
            iso = text; // names of zones are written in their own case
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    private static boolean isLike(String form, String text) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char expected = form.charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    /** Nearly all that a first sync reads, millions of them: a formatter would take a quarter of its processor time. */
    private static Instant ofOwnForm(String text) {
        int millis = text.length() == OWN_FORM.length() ? number(text, 20, 23) : 0;
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        millis * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** An offset as {@code +01:00}. */
    private static String withColon(String time) {
        return BARE_OFFSET
                .matcher(time)
                .replaceFirst(match -> match.group(1) + ":" + (match.group(2) == null ? "00" : match.group(2)));
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant ofNumber(long number) {
        if (number >= FIRST_SECONDS && number <= LAST_SECONDS && number % DAY_MILLIS != 0) {
            return Instant.ofEpochSecond(number);
        }
        if (number >= FIRST_NANOS) {
            return Instant.ofEpochSecond(0, number);
        }
        return number >= FIRST_MICROS
                ? Instant.ofEpochSecond(0, Math.multiplyExact(number, 1_000L))
                : Instant.ofEpochMilli(number);
    }
}
