package io.leadscore.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A flat YAML file whose keys are all known: any other key, or a key said twice, is refused with its line. */
final class StrictYaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private final YamlDocument document;
    private final Map<String, JsonNode> values;

    private StrictYaml(YamlDocument document, Map<String, JsonNode> values) {
        this.document = document;
        this.values = values;
    }

    /**
     * Reads a file; one that says nothing keeps all defaults.
     *
     * @throws SettingsException when it is not YAML, or has a key that is not among {@code keys}
     */
    static StrictYaml read(JobFile file, Set<String> keys) {
        YamlDocument document = YamlDocument.read(file.origin(), "the file", file.text(), MAPPER);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : document.root().properties()) {
            if (!keys.contains(entry.getKey())) {
                throw document.refusal().unknown(entry.getKey(), entry.getKey(), new TreeSet<>(keys), document.lines());
            }
            values.put(entry.getKey(), entry.getValue());
        }
        return new StrictYaml(document, values);
    }

    Duration duration(String key, Duration otherwise) {
        return scalar(
                key, otherwise, "a duration such as 30s, 5m or 24h", value -> DurationText.parse(value.asString()));
    }

    long number(String key, long otherwise) {
        return scalar(
                key,
                otherwise,
                "a whole number",
                value -> value.isIntegralNumber() && value.canConvertToLong() ? value.asLong() : null);
    }

    /** A number of things; what is out of an int's range is out of any range, and is refused as such. */
    int count(String key, int otherwise) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number(key, otherwise)));
    }

    double decimal(String key, double otherwise) {
        return scalar(
                key,
                otherwise,
                "a number",
                value -> value.isNumber() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : null);
    }

    boolean flag(String key, boolean otherwise) {
        return scalar(key, otherwise, "true or false", value -> value.isBoolean() ? value.booleanValue() : null);
    }

    String text(String key, String otherwise) {
        return scalar(key, otherwise, "a word", JsonNode::asString);
    }

    List<String> words(String key, List<String> otherwise) {
        JsonNode value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (JsonNode word : value) {
            if (!word.isString()) {
                throw wrong(key, "must be a list of words such as [one, two]");
            }
            words.add(word.asString());
        }
        if (!value.isArray()) {
            throw wrong(key, "must be a list of words such as [one, two]");
        }
        return words;
    }

    /** A refusal of what stands at a key. */
    SettingsException wrong(String key, String problem) {
        return document.refusal().of(key, problem, document.lines());
    }

    /** A refusal of values that do not fit each other, or their limits, by a sentence that begins with a key. */
    SettingsException unfit(IllegalArgumentException refused) {
        return document.refusal().of("", String.valueOf(refused.getMessage()), document.lines());
    }

    private <T> T scalar(String key, T otherwise, String expected, Reading<T> reading) {
        JsonNode value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        T read = value.isValueNode() && !value.isNull() ? reading.read(value) : null;
        if (read == null) {
            throw wrong(key, "must be " + expected + ", not " + said(value));
        }
        return read;
    }

    private static String said(JsonNode value) {
        String container = value.isArray() ? "a list" : "a mapping";
        return value.isNull() ? "empty" : value.isValueNode() ? "'" + value.asString() + "'" : container;
    }

    @FunctionalInterface
    private interface Reading<T> {

        @Nullable
        T read(JsonNode value);
    }
}
