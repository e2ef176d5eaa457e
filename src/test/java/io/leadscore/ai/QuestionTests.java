package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealProfile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuestionTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final IdealProfile IDEAL = new IdealProfile(
            Map.of("industry", Map.of("strong", List.of("DAIRY"))),
            Map.of("country", Map.of("won_more", List.of("DE"))));

    @Test
    void asksForAStrictForm() {
        JsonNode format = body(0.0, 2).path("response_format").path("json_schema");
        JsonNode schema = format.path("schema");

        assertThat(format.path("strict").asBoolean()).isTrue();
        assertThat(schema.path("required").toString()).isEqualTo("[\"p1\",\"p2\"]");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.at("/properties/p2/$ref").asString()).isEqualTo("#/$defs/profile");
        assertThat(schema.at("/$defs/profile/required").toString())
                .isEqualTo("[\"industry\",\"size\",\"geography\",\"source\",\"lifecycle\",\"role\"]");
        assertThat(schema.at("/$defs/criterion/properties/band/enum").toString())
                .isEqualTo("[\"strong\",\"good\",\"neutral\",\"weak\",\"poor\"]");
        assertThat(schema.at("/$defs/criterion/properties/reason/enum").size()).isEqualTo(8);
        assertThat(schema.at("/$defs/criterion/additionalProperties").asBoolean(true))
                .isFalse();
    }

    @Test
    void tellsFactsAndNothingElse() {
        JsonNode messages = body(0.0, 2).path("messages");

        assertThat(messages.size()).isEqualTo(2);
        assertThat(messages.at("/0/role").asString()).isEqualTo("system");
        assertThat(messages.at("/0/content").asString()).isEqualTo(Prompt.TEXT);
        assertThat(messages.at("/1/content").asString())
                .isEqualTo("{\"ideal\":{\"preferred\":{\"industry\":{\"strong\":[\"DAIRY\"]}},"
                        + "\"learnt\":{\"country\":{\"won_more\":[\"DE\"]}}},"
                        + "\"profiles\":{\"p1\":{\"industry\":\"MUSIC\"},\"p2\":{\"industry\":\"MUSIC\"}}}");
    }

    @Test
    void limitsTheAnswerAndSaysATemperatureOnlyIfThereIsOne() {
        assertThat(body(0.0, 2).path("max_completion_tokens").asLong()).isEqualTo(460);
        assertThat(body(0.0, 2).path("temperature").asDouble(-1)).isZero();
        assertThat(body(null, 2).has("temperature")).isFalse();
    }

    @Test
    void knowsWhatItTakesAtMost() {
        Question question = question(0.0, 25);

        assertThat(question.mostPromptTokens()).isEqualTo(question.body().length() / 2);
        assertThat(question.mostAnswerTokens()).isEqualTo(4_600);
        assertThat(question.body()).isASCII();
    }

    private static JsonNode body(@Nullable Double temperature, int profiles) {
        return JSON.readTree(question(temperature, profiles).body());
    }

    private static Question question(@Nullable Double temperature, int profiles) {
        AiRequests usual = AiRequests.DEFAULT;
        AiRequests requests = new AiRequests(
                usual.profilesPerRequest(),
                usual.answerTokens(),
                temperature,
                usual.concurrency(),
                usual.perMinute(),
                usual.tokensPerMinute(),
                usual.timeout(),
                usual.batchAbove(),
                usual.embeddingsPerRequest(),
                usual.failures(),
                usual.rest());
        FitProfile profile = new FitProfile(Map.of("industry", "MUSIC"));
        return Question.about(IDEAL, "m", requests, Dialect.FULL, Collections.nCopies(profiles, profile));
    }
}
