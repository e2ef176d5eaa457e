package io.leadscore.ai;

import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitBand;
import io.leadscore.scoring.FitReason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The JSON schema that the model's answer is held to. */
final class AnswerSchema {

    private AnswerSchema() {}

    /** The schema of an answer about so many profiles. */
    static Map<String, Object> of(int profiles) {
        List<String> names =
                IntStream.range(0, profiles).mapToObj(Question::name).toList();
        List<String> criteria =
                Arrays.stream(Criterion.values()).map(Criterion::key).toList();
        Map<String, Object> criterion = new LinkedHashMap<>();
        criterion.put(
                "band", words(Arrays.stream(FitBand.values()).map(FitBand::key).toList()));
        criterion.put(
                "reason",
                words(Arrays.stream(FitReason.values()).map(FitReason::key).toList()));
        Map<String, Object> confidence = new LinkedHashMap<>();
        confidence.put("type", "number");
        confidence.put("minimum", 0);
        confidence.put("maximum", 1);
        criterion.put("confidence", confidence);
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("profile", object(criteria, "criterion"));
        parts.put("criterion", object(criterion));
        Map<String, Object> schema = object(names, "profile");
        schema.put("$defs", parts);
        return schema;
    }

    private static Map<String, Object> object(List<String> names, String part) {
        Map<String, Object> properties = new LinkedHashMap<>();
        names.forEach(name -> properties.put(name, Map.of("$ref", "#/$defs/" + part)));
        return object(properties);
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", List.copyOf(properties.keySet()));
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> words(List<String> words) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "string");
        list.put("enum", words);
        return list;
    }
}
