package io.leadscore.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a YAML file, by the keys above which they stand: those of the first two levels, which are indented by no
 * and by two spaces.
 *
 * @param linesOf the lines of each comment, without indentation, by paths such as {@code ideal-client.countries}
 */
record YamlComments(Map<String, List<String>> linesOf) {

    private static final Pattern KEY = Pattern.compile("( {0,2})([A-Za-z0-9_-]+):.*");

    /** Those of the scoring profile that comes with the program. */
    static YamlComments packaged() {
        return in(new JobFiles(List.<Path>of()).find("scoring-profile.yml").text());
    }

    static YamlComments in(String text) {
        Map<String, List<String>> linesOf = new HashMap<>();
        List<String> comment = new ArrayList<>();
        String section = "";
        for (String line : text.lines().toList()) {
            Matcher key = KEY.matcher(line);
            if (line.strip().startsWith("#")) {
                comment.add(line.strip());
                continue;
            }
            if (key.matches()) {
                section = key.group(1).isEmpty() ? key.group(2) : section;
                linesOf.put(key.group(1).isEmpty() ? section : section + "." + key.group(2), List.copyOf(comment));
            }
            comment.clear();
        }
        return new YamlComments(Map.copyOf(linesOf));
    }

    List<String> of(String path) {
        return linesOf.getOrDefault(path, List.of());
    }
}
