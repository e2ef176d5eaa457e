package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The JSON schema that an answer must have: what a request asks for, and nothing else, is answered. */
record AnswerSchema(JsonNode root, String param) {

    /**
     * The schema of a strict format; 400 unless every object requires all of its properties and allows no others.
     *
     * @param format what holds {@code name}, {@code strict} and {@code schema}
     * @param param the request's parameter to blame
     */
    static AnswerSchema of(JsonNode format, String param) {
        OpenAiProblem.require(
                !format.path("name").asString("").isEmpty(),
                "Missing required parameter: '" + param + ".name'.",
                param);
        OpenAiProblem.require(
                format.path("schema").isObject(), "Missing required parameter: '" + param + ".schema'.", param);
        OpenAiProblem.require(
                format.path("strict").asBoolean(false), "This stand-in answers by strict schemas only.", param);
        requireStrict(format.path("schema"), format.path("name").asString(""), param);
        return new AnswerSchema(format.path("schema"), param);
    }

    private static void requireStrict(JsonNode node, String name, String param) {
        if ("object".equals(node.path("type").asString(""))) {
            OpenAiProblem.require(
                    node.path("additionalProperties").isBoolean()
                            && !node.path("additionalProperties").asBoolean(true),
                    "Invalid schema for response_format '" + name
                            + "': 'additionalProperties' is required to be supplied and to be false.",
                    param);
            OpenAiProblem.require(
                    Set.copyOf(Json.texts(node.get("required")))
                            .equals(Set.copyOf(node.path("properties").propertyNames())),
                    "Invalid schema for response_format '" + name
                            + "': 'required' is required to be supplied and to be an array including every key in"
                            + " properties.",
                    param);
        }
        for (JsonNode child : node) {
            requireStrict(child, name, param);
        }
    }

    /** Throws a 400 unless the schema asks for these profiles and no others. */
    void requireProfiles(Set<String> profiles) {
        Set<String> asked = new TreeSet<>(root.path("properties").propertyNames());
        OpenAiProblem.require(
                asked.equals(profiles), "The schema asks for the profiles " + asked + ", given are " + profiles, param);
    }

    /** One profile's answer: for each criterion that the schema asks for its properties. */
    Map<String, Map<String, Object>> answer(String profile, Map<FitCriterion, Judgement> judgements) {
        Map<String, Map<String, Object>> answer = new LinkedHashMap<>();
        JsonNode criteria = resolved(root.path("properties").path(profile)).path("properties");
        criteria.properties().forEach(criterion -> {
            Judgement judgement = judgements.get(FitCriterion.ofCode(criterion.getKey()));
            if (judgement != null) {
                answer.put(criterion.getKey(), answer(resolved(criterion.getValue()), judgement));
            }
        });
        OpenAiProblem.require(!answer.isEmpty(), "The schema asks nothing of profile " + profile + ".", param);
        return answer;
    }

    private Map<String, Object> answer(JsonNode schema, Judgement judgement) {
        Map<String, Object> answer = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(property -> {
            Object value = value(property.getKey(), judgement);
            JsonNode choice = resolved(property.getValue()).get("enum");
            OpenAiProblem.require(
                    choice == null || Json.texts(choice).contains(String.valueOf(value)),
                    "The schema does not allow \"" + value + "\" as " + property.getKey() + ".",
                    param);
            answer.put(property.getKey(), value);
        });
        return answer;
    }

    private Object value(String property, Judgement judgement) {
        return switch (property) {
            case "band" -> judgement.band().code();
            case "reason" -> judgement.reason();
            case "confidence" -> judgement.confidence();
            default -> throw OpenAiProblem.invalid("The schema asks for \"" + property + "\".", param);
        };
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }
}
