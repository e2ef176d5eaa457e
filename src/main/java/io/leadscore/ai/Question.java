package io.leadscore.ai;

import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request about fit profiles: the instructions, the ideal client, and the profiles as {@code p1}, {@code p2} and so on.
 *
 * @param params for the client
 * @param body as it is sent
 * @param mostAnswerTokens more the answer cannot have
 * @param dialect in which it is asked
 */
record Question(ChatCompletionCreateParams params, String body, long mostAnswerTokens, Dialect dialect) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A token of such text, all of it ASCII, has two characters or more; on average it has four. */
    private static final int LEAST_CHARACTERS = 2;

    private static final int USUAL_CHARACTERS = 4;

    /** Braces around the profiles. */
    private static final int FRAME_TOKENS = 100;

    /** An answer about a profile usually has so many tokens. */
    private static final int USUAL_ANSWER = 140;

    static Question about(
            IdealProfile ideal, String model, AiRequests requests, Dialect dialect, List<FitProfile> profiles) {
        long mostAnswerTokens = FRAME_TOKENS + (long) requests.answerTokens() * profiles.size();
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
                .model(model)
                .addSystemMessage(
                        dialect.format() == Dialect.Format.JSON_SCHEMA
                                ? Prompt.TEXT
                                : Prompt.withSchema(JSON.writeValueAsString(AnswerSchema.of(profiles.size()))))
                .addUserMessage(facts(ideal, profiles));
        switch (dialect.limit()) {
            case MAX_COMPLETION_TOKENS -> params.maxCompletionTokens(mostAnswerTokens);
            case MAX_TOKENS -> params.putAdditionalBodyProperty("max_tokens", JsonValue.from(mostAnswerTokens));
        }
        switch (dialect.format()) {
            case JSON_SCHEMA ->
                params.responseFormat(ResponseFormatJsonSchema.builder()
                        .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                                .name("fit_analysis")
                                .strict(true)
                                .schema(schema(profiles.size()))
                                .build())
                        .build());
            case JSON_OBJECT ->
                params.responseFormat(ResponseFormatJsonObject.builder().build());
            case TEXT -> {}
        }
        if (requests.temperature() != null && dialect.temperature()) {
            params.temperature(requests.temperature());
        }
        ChatCompletionCreateParams built = params.build();
        try {
            String body = ObjectMappers.jsonMapper().writeValueAsString(built._body());
            return new Question(built, body, mostAnswerTokens, dialect);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be written as JSON", e);
        }
    }

    private static ResponseFormatJsonSchema.JsonSchema.Schema schema(int profiles) {
        ResponseFormatJsonSchema.JsonSchema.Schema.Builder schema =
                ResponseFormatJsonSchema.JsonSchema.Schema.builder();
        AnswerSchema.of(profiles).forEach((name, value) -> schema.putAdditionalProperty(name, JsonValue.from(value)));
        return schema.build();
    }

    private static String facts(IdealProfile ideal, List<FitProfile> profiles) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            named.put(name(i), profiles.get(i).facts());
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("preferred", ideal.preferred());
        told.put("learnt", ideal.learnt());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ideal", told);
        all.put("profiles", named);
        return JSON.writeValueAsString(all);
    }

    /** What a profile is called, by its place from 0 on. */
    static String name(int place) {
        return "p" + (place + 1);
    }

    /** More tokens the question cannot have. */
    long mostPromptTokens() {
        return body.length() / LEAST_CHARACTERS;
    }

    /** How many tokens question and answer have together, roughly. */
    long usualTokens(int profiles) {
        return body.length() / USUAL_CHARACTERS + (long) USUAL_ANSWER * profiles;
    }

    /** The request with line breaks and indentation, and otherwise as it is sent. */
    String indented() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
    }
}
