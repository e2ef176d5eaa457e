package io.leadscore.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words and numbers as they stand in YAML. */
final class YamlScalar {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*|[0-9]{1,9}[smhdw]");

    /** Words that some reader of YAML takes for something else. */
    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlScalar() {}

    /** A word, in quotes where it could be taken for something else. */
    static String of(String word) {
        boolean plain = PLAIN.matcher(word).matches() && !RESERVED.contains(word.toLowerCase(Locale.ROOT));
        return plain ? word : quoted(word);
    }

    /** A number that is read as the same one, without an exponent; shares of 0 to 1 keep their point. */
    static BigDecimal decimal(double number) {
        BigDecimal exact = new BigDecimal(new BigDecimal(Double.toString(number)).toPlainString());
        boolean whole = Math.abs(number) > 1 && exact.stripTrailingZeros().scale() <= 0;
        return whole ? exact.setScale(0) : exact;
    }

    /** A text for a comment: in a line, and ASCII. */
    static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static String quoted(String word) {
        StringBuilder quoted = new StringBuilder("\"");
        word.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character >= ' ' && character <= '~') {
                quoted.append((char) character);
            } else {
                quoted.append(String.format(Locale.ROOT, character > 0xFFFF ? "\\U%08X" : "\\u%04X", character));
            }
        });
        return quoted.append('"').toString();
    }
}
