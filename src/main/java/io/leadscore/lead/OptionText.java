package io.leadscore.lead;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An enumeration's value as it is compared: without blanks around it and without what cannot be seen, all blanks the same,
 * its accents composed, its case as it is.
 */
public final class OptionText {

    private static final String SEPARATOR = ";";

    /** What is pasted along with a word: marks of byte order and direction, hyphens and spaces of no width. */
    private static final Pattern UNSEEN = Pattern.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]");

    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private OptionText() {}

    /** The value as it is compared. */
    public static String of(String value) {
        String seen = UNSEEN.matcher(value).replaceAll("");
        return Normalizer.normalize(BLANK.matcher(seen).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** The options that a value names, of which HubSpot puts a semicolon between several. */
    public static List<String> parts(String value) {
        return value.contains(SEPARATOR)
                ? Arrays.stream(value.split(SEPARATOR, -1))
                        .map(OptionText::of)
                        .filter(part -> !part.isEmpty())
                        .toList()
                : List.of(value);
    }
}
