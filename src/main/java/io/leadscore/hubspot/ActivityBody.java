package io.leadscore.hubspot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTML body of an activity. */
final class ActivityBody {

    /** HubSpot's longest value (properties guide). */
    private static final int LONGEST = 65_536;

    private ActivityBody() {}

    /** @throws IllegalArgumentException when the body is longer than HubSpot takes */
    static void check(List<String> lines, String marker) {
        int length = of(lines, marker).length();
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "The body of an activity has " + length + " characters, and HubSpot takes " + LONGEST + ".");
        }
    }

    /** The lines, escaped, with the marker under them. */
    static String of(List<String> lines, String marker) {
        return Stream.concat(lines.stream(), Stream.of(Marker.WORD + " " + marker))
                .map(ActivityBody::escaped)
                .collect(Collectors.joining("<br>", "<p>", "</p>"));
    }

    private static String escaped(String line) {
        return line.replaceAll("\\p{Cntrl}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
