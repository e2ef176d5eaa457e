package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mark by which an activity that we created is known again: {@code ls-} and 16 hexadecimal digits. It stands as
 * plain visible text at the end of the body, behind a word that search finds, because what HubSpot's editor and its
 * cleaning of HTML leave alone is text.
 */
final class Marker {

    /** What every marker stands behind; one word, so that it is one token of HubSpot's search. */
    static final String WORD = "Leadscore";

    private static final Pattern MARKER = Pattern.compile("ls-[0-9a-f]{16}");
    private static final Pattern IN_TEXT = Pattern.compile("(?<![A-Za-z0-9-])ls-[0-9a-f]{16}(?![A-Za-z0-9])");

    private Marker() {}

    /** @throws IllegalArgumentException when it is no marker */
    static void check(String marker) {
        if (!MARKER.matcher(marker).matches()) {
            throw new IllegalArgumentException("A marker is ls- and 16 hexadecimal digits.");
        }
    }

    /** The markers in a body, in their order. */
    static List<String> in(@Nullable String body) {
        List<String> markers = new ArrayList<>();
        Matcher matcher = IN_TEXT.matcher(body == null ? "" : body);
        while (matcher.find()) {
            markers.add(matcher.group());
        }
        return markers;
    }
}
