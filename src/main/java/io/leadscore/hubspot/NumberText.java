package io.leadscore.hubspot;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as HubSpot writes it, and as people do where it can only be meant one way: with a currency or a percent
 * sign, thousands apart, a decimal comma. {@code 1,234} may be a thousand or one and a quarter, and is none; digits with
 * plain blanks between may be somebody's telephone.
 */
final class NumberText {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?");
    private static final Pattern COMMAS = Pattern.compile("-?[1-9]\\d{0,2}((,\\d{3}){1,9}\\.\\d{1,30}|(,\\d{3}){2,9})");
    private static final Pattern POINTS =
            Pattern.compile("-?[1-9]\\d{0,2}((\\.\\d{3}){1,9},\\d{1,30}|(\\.\\d{3}){2,9})");
    private static final Pattern APART = Pattern.compile("-?[1-9]\\d{0,2}('\\d{3}){1,9}([.,]\\d{1,30})?");

    /** An apostrophe, or a blank that does not break the line, between two digits. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\d)[\u2019\u00a0\u202f\u2007](?=\\d)");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d{1,30},\\d{1,2}");

    private static final Pattern UNIT_BEFORE = Pattern.compile("^([+-]?)(\\p{Sc}|[A-Z]{3}) ?");
    private static final Pattern UNIT_BEHIND = Pattern.compile(" ?(%|\\p{Sc}|[A-Z]{3})$");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 60;

    private NumberText() {}

    /** The number; null when it is none, or could be several, or is beyond what a double holds. */
    static @Nullable Double parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String plain = plain(withoutUnit(spaced(text)));
        if (plain == null) {
            return null;
        }
        double number = new BigDecimal(plain).doubleValue();
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }

    /** Without the one sign or code of a currency, or percent sign, that may be before or behind the number. */
    private static String withoutUnit(String text) {
        Matcher before = UNIT_BEFORE.matcher(text);
        if (before.find()) {
            return isUnit(before.group(2)) ? before.group(1) + text.substring(before.end()) : text;
        }
        Matcher behind = UNIT_BEHIND.matcher(text);
        return behind.find() && isUnit(behind.group(1)) ? text.substring(0, behind.start()) : text;
    }

    private static boolean isUnit(String unit) {
        return unit.length() == 1 || CURRENCIES.contains(unit);
    }

    /** With one kind of blank and of minus. */
    private static String spaced(String text) {
        return APOSTROPHE
                .matcher(text)
                .replaceAll("'")
                .replaceAll("\\p{Zs}", " ")
                .replace('\u2212', '-')
                .strip();
    }

    private static @Nullable String plain(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (COMMAS.matcher(text).matches()) {
            return text.replace(",", "");
        }
        if (POINTS.matcher(text).matches()) {
            return text.replace(".", "").replace(',', '.');
        }
        if (APART.matcher(text).matches()) {
            return text.replace("'", "").replace(',', '.');
        }
        return DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : null;
    }
}
