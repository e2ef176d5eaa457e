package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The lines of a batch's input file.
 *
 * @param problems what is wrong with the file; a batch with any fails as a whole
 */
record BatchLines(List<Line> lines, List<Map<String, @Nullable Object>> problems) {

    record Line(String customId, JsonNode body) {}

    static BatchLines of(String content, String endpoint) {
        List<Line> lines = new ArrayList<>();
        List<Map<String, @Nullable Object>> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String text : content.lines().filter(line -> !line.isBlank()).toList()) {
            number++;
            JsonNode line = Json.tree(text);
            if (line == null || !line.path("body").isObject()) {
                problems.add(problem("invalid_json_line", "This line is not parseable as valid JSON.", number));
            } else if (!line.path("method").asString("").equals("POST")) {
                problems.add(problem("invalid_method", "The method must be POST.", number));
            } else if (!line.path("url").asString("").equals(endpoint)) {
                problems.add(problem("mismatched_url", "The url must be the batch's endpoint.", number));
            } else if (!ids.add(line.path("custom_id").asString(""))) {
                problems.add(problem("duplicate_custom_id", "The custom_id must be different in each line.", number));
            } else {
                lines.add(new Line(line.path("custom_id").asString(""), line.path("body")));
            }
        }
        if (number == 0) {
            problems.add(problem("empty_file", "The input file has no lines.", null));
        }
        return new BatchLines(lines, problems);
    }

    private static Map<String, @Nullable Object> problem(String code, String message, @Nullable Integer line) {
        return Json.object("code", code, "message", message, "param", null, "line", line);
    }
}
