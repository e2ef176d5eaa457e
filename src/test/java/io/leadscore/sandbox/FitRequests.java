package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests for a fit analysis, as Leadscore sends them. */
final class FitRequests {

    static final String CHAT = "/openai/v1/chat/completions";

    static final JsonMapper MAPPER = new JsonMapper();

    static final String IDEAL = """
            {"preferred": {
               "industry": {"strong": ["COMPUTER_SOFTWARE"], "good": ["INTERNET"], "neutral": [], "weak": [],
                            "poor": ["GOVERNMENT_ADMINISTRATION"], "others": ["neutral"]},
               "company_size": {"strong": ["51-200"], "others": ["weak"]},
               "country": {"strong": ["DE"], "others": ["neutral"]}},
             "learnt": {"industry": {"won_more": ["INTERNET"], "won_less": ["DAIRY"]}}}""";

    static final String SOFTWARE = """
            {"industry": "COMPUTER_SOFTWARE", "company_size": "51-200", "revenue": "1M-10M", "country": "DE",
             "source": "ORGANIC_SEARCH", "lifecycle_stage": "lead", "job_level": "DIRECTOR", "department": "SALES"}""";

    static final String DAIRY = "{\"industry\": \"DAIRY\"}";

    private FitRequests() {}

    /** A chat completion about these profiles, which are p1, p2 ... */
    static String chat(String... profiles) {
        return chat(question(profiles), schema(profiles.length), 4_000);
    }

    static String chat(String question, String schema, int mostTokens) {
        return """
                {"model": "gpt-4.1-mini", "temperature": 0, "max_completion_tokens": %d,
                 "messages": [{"role": "system", "content": "Judge the fit."}, {"role": "user", "content": %s}],
                 "response_format": {"type": "json_schema",
                   "json_schema": {"name": "fit_analysis", "strict": true, "schema": %s}}}""".formatted(mostTokens, MAPPER.writeValueAsString(question), schema);
    }

    static String question(String... profiles) {
        String numbered = IntStream.range(0, profiles.length)
                .mapToObj(i -> "\"p" + (i + 1) + "\": " + profiles[i])
                .collect(Collectors.joining(", "));
        return "{\"ideal\": " + IDEAL + ", \"profiles\": {" + numbered + "}}";
    }

    static String schema(int profiles) {
        Map<String, Object> properties = new TreeMap<>();
        IntStream.rangeClosed(1, profiles).forEach(i -> properties.put("p" + i, Map.of("$ref", "#/$defs/profile")));
        Map<String, Object> criteria = List.of("industry", "size", "geography", "source", "lifecycle", "role").stream()
                .collect(Collectors.toMap(name -> name, name -> Map.of("$ref", "#/$defs/criterion")));
        Map<String, Object> criterion = Map.of(
                "band",
                Map.of("type", "string", "enum", List.of("strong", "good", "neutral", "weak", "poor")),
                "reason",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        List.of(
                                "listed_as_ideal",
                                "close_to_ideal",
                                "won_before",
                                "lost_before",
                                "listed_as_poor",
                                "far_from_ideal",
                                "not_listed",
                                "unknown")),
                "confidence",
                Map.of("type", "number"));
        Map<String, Object> schema = new TreeMap<>(strict(properties));
        schema.put("$defs", Map.of("profile", strict(criteria), "criterion", strict(criterion)));
        return MAPPER.writeValueAsString(schema);
    }

    private static Map<String, Object> strict(Map<String, Object> properties) {
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()),
                "additionalProperties",
                false);
    }

    /** The JSON in a chat completion's content. */
    static JsonNode content(JsonNode completion) {
        return MAPPER.readTree(text(completion));
    }

    /** A chat completion's content. */
    static String text(JsonNode completion) {
        return completion.at("/choices/0/message/content").asString("");
    }
}
