package io.leadscore.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A flat YAML file whose keys are all known: any other key, or a key said twice, is refused. */
final class StrictYaml {

    private final String origin;
    private final Map<String, JsonNode> values;

    private StrictYaml(String origin, Map<String, JsonNode> values) {
        this.origin = origin;
        this.values = values;
    }

    /**
     * Reads a file.
     *
     * @throws SettingsException when it is not YAML, or has a key that is not among {@code keys}
     */
    static StrictYaml read(JobFile file, Set<String> keys) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        JsonNode root = root(file);
        if (!root.isObject() && !root.isNull() && !root.isMissingNode()) {
            throw wrong(file.origin(), "is not a list of 'key: value' lines");
        }
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!keys.contains(entry.getKey())) {
                throw new SettingsException(
                        file.origin() + " has the unknown key '" + entry.getKey() + "'.",
                        "Known keys are " + String.join(", ", new TreeSet<>(keys)) + ".");
            }
            values.put(entry.getKey(), entry.getValue());
        }
        return new StrictYaml(file.origin(), values);
    }

    private static JsonNode root(JobFile file) {
        YAMLMapper mapper = YAMLMapper.builder(new YAMLFactory())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            return mapper.readTree(file.text());
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            throw wrong(file.origin(), "is not readable as YAML, or says a key twice," + where);
        }
    }

    Duration duration(String key, Duration otherwise) {
        JsonNode value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        Duration duration = DurationText.parse(value.asString());
        if (duration == null) {
            throw wrong(
                    origin, "says " + key + ": '" + value.asString() + "' is not a duration such as 30s, 5m or 24h");
        }
        return duration;
    }

    long number(String key, long otherwise) {
        JsonNode value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(origin, "says " + key + ": '" + value.asString() + "' is not a whole number");
        }
        return value.asLong();
    }

    double decimal(String key, double otherwise) {
        JsonNode value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw wrong(origin, "says " + key + ": '" + value.asString() + "' is not a number");
        }
        return value.asDouble();
    }

    String text(String key, String otherwise) {
        JsonNode value = values.get(key);
        return value == null ? otherwise : value.asString();
    }

    List<String> words(String key, List<String> otherwise) {
        JsonNode value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isArray()) {
            throw wrong(origin, "says " + key + ", which is not a list such as [one, two]");
        }
        List<String> words = new ArrayList<>();
        value.forEach(word -> words.add(word.asString()));
        return words;
    }

    static SettingsException wrong(String origin, String what) {
        return new SettingsException(
                origin + " " + what + ".", "Correct it; the file as shipped is in the project's jobs/.");
    }
}
