package io.leadscore.lead;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/** An enumeration's value as it is compared: without blanks around it, its accents composed, its case as it is. */
public final class OptionText {

    private static final String SEPARATOR = ";";

    private OptionText() {}

    /** The value as it is compared. */
    public static String of(String value) {
        return Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
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
