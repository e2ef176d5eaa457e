package io.leadscore.sandbox;

import static io.leadscore.sandbox.FitRequests.CHAT;
import static io.leadscore.sandbox.FitRequests.DAIRY;
import static io.leadscore.sandbox.FitRequests.SOFTWARE;
import static io.leadscore.sandbox.FitRequests.chat;
import static io.leadscore.sandbox.FitRequests.content;
import static io.leadscore.sandbox.FitRequests.question;
import static io.leadscore.sandbox.FitRequests.schema;
import static io.leadscore.sandbox.FitRequests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class ChatEndpointIntegrationTests {

    private final FixedClock clock = new FixedClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(clock));
    private final SandboxClient client = new SandboxClient(sandbox, sandbox.openAiKey());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void answersWhatTheSchemaAsksForAndCountsTokens() throws Exception {
        JsonNode body = client.post(CHAT, chat(SOFTWARE, DAIRY)).body();

        assertThat(content(body).propertyNames()).containsExactly("p1", "p2");
        assertThat(content(body).path("p1").propertyNames())
                .containsExactlyInAnyOrder("industry", "size", "geography", "source", "lifecycle", "role");
        assertThat(content(body).at("/p1/industry").toString())
                .contains("\"band\":\"strong\"", "\"reason\":\"listed_as_ideal\"", "\"confidence\":0.9");
        assertThat(content(body).at("/p2/industry/band").asString()).isEqualTo("weak");
        assertThat(content(body).at("/p2/size").toString()).contains("neutral", "unknown", "0.3");
        assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(body.at("/choices/0/message/refusal").isNull()).isTrue();
        assertThat(body.path("model").asString()).startsWith("gpt-4.1-mini-20");
        assertThat(body.path("created").asLong()).isEqualTo(clock.instant().getEpochSecond());
        JsonNode usage = body.path("usage");
        assertThat(usage.path("completion_tokens").asInt())
                .isEqualTo((text(body).length() + 3) / 4);
        assertThat(usage.path("prompt_tokens").asInt())
                .isGreaterThan(question(SOFTWARE, DAIRY).length() / 4);
        assertThat(usage.path("total_tokens").asInt())
                .isEqualTo(usage.path("prompt_tokens").asInt()
                        + usage.path("completion_tokens").asInt());
    }

    @Test
    void saysTheSameToTheSame() throws Exception {
        String first = text(client.post(CHAT, chat(SOFTWARE, DAIRY)).body());

        assertThat(text(client.post(CHAT, chat(SOFTWARE, DAIRY)).body())).isEqualTo(first);
    }

    static Stream<Arguments> wrongShapes() {
        return Stream.of(
                Arguments.of("{", "not valid JSON"),
                Arguments.of(chat("no json", schema(1), 100), "must be a JSON object"),
                Arguments.of(chat("{\"profiles\": {}}", schema(1), 100), "it needs ideal and profiles"),
                Arguments.of(chat("{\"email\": \"anna@example.com\"}"), "p1: email is not agreed on"),
                Arguments.of(chat("{\"industry\": 7}"), "p1: industry must be a text"),
                Arguments.of(
                        chat(Stream.generate(() -> DAIRY).limit(101).toArray(String[]::new)), "an object of 1 to 100"),
                Arguments.of(chat(question(DAIRY), schema(2), 100), "asks for the profiles [p1, p2], given are [p1]"),
                Arguments.of(chat(DAIRY).replace("\\\"poor\\\"", "\\\"awful\\\""), "industry.awful is no band"),
                Arguments.of(chat(DAIRY).replace("won_more", "won"), "industry.won is not known"),
                Arguments.of(
                        chat(DAIRY).replace("\"additionalProperties\":false", "\"additionalProperties\":true"),
                        "'additionalProperties' is required"),
                Arguments.of(chat(DAIRY).replace("\"json_schema\",", "\"text\","), "by a JSON schema only"),
                Arguments.of(chat(DAIRY).replace("\"role\": \"user\"", "\"role\": \"developer\""), "from the user"),
                Arguments.of(chat(DAIRY).replace("\"model\"", "\"name\""), "model parameter"));
    }

    @ParameterizedTest
    @MethodSource("wrongShapes")
    void refusesWhatIsNotAgreedOn(String request, String message) throws Exception {
        Answer answer = client.post(CHAT, request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/error/message").asString()).contains(message);
        assertThat(answer.body().at("/error/type").asString()).isEqualTo("invalid_request_error");
        assertThat(sandbox.openAi().profilesAsked()).isZero();
    }

    @Test
    void knowsNoOtherModelAndNoOtherPath() throws Exception {
        Answer model = client.post(CHAT, chat(DAIRY).replace("gpt-4.1-mini", "llama"));
        Answer path = client.post("/openai/v1/chat", "{}");

        assertThat(model.status()).isEqualTo(404);
        assertThat(model.body().at("/error/code").asString()).isEqualTo("model_not_found");
        assertThat(path.status()).isEqualTo(404);
        assertThat(path.body().at("/error/message").asString()).isEqualTo("Invalid URL (POST /openai/v1/chat)");
    }

    @Test
    void refusesAnotherKey() throws Exception {
        Answer hubSpotToken = new SandboxClient(sandbox).post(CHAT, chat(DAIRY));
        sandbox.openAi().revokeKey(true);
        Answer revoked = client.post(CHAT, chat(DAIRY));
        sandbox.openAi().revokeKey(false);

        assertThat(hubSpotToken.status()).isEqualTo(401);
        assertThat(hubSpotToken.body().at("/error/code").asString()).isEqualTo("invalid_api_key");
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(client.post(CHAT, chat(DAIRY)).status()).isEqualTo(200);
    }

    @Test
    void behavesBadlyAsOftenAsPlanned() throws Exception {
        sandbox.openAi().behaveNext(AiBehaviour.REFUSAL, 2);
        sandbox.openAi().behaveNext(AiBehaviour.SERVER_ERROR, 1);

        assertThat(client.post(CHAT, chat(DAIRY))
                        .body()
                        .at("/choices/0/message/refusal")
                        .asString())
                .startsWith("I'm sorry");
        Answer second = client.post(CHAT, chat(DAIRY));
        assertThat(second.body().at("/choices/0/message/content").isNull()).isTrue();
        assertThat(second.body().at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(client.post(CHAT, chat(DAIRY)).status()).isEqualTo(500);
        assertThat(text(client.post(CHAT, chat(DAIRY)).body())).startsWith("{");
    }

    @Test
    void breaksItsAnswer() throws Exception {
        Answer broken = behaving(AiBehaviour.BROKEN_JSON);
        Answer cut = behaving(AiBehaviour.LENGTH);
        Answer filtered = behaving(AiBehaviour.CONTENT_FILTER);
        Answer wrong = behaving(AiBehaviour.WRONG_SCHEMA);
        Answer missing = behaving(AiBehaviour.PROFILE_MISSING);
        Answer unsure = behaving(AiBehaviour.LOW_CONFIDENCE);

        assertThatThrownBy(() -> content(broken.body())).isInstanceOf(JacksonException.class);
        assertThat(broken.body().at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThatThrownBy(() -> content(cut.body())).isInstanceOf(JacksonException.class);
        assertThat(cut.body().at("/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(filtered.body().at("/choices/0/finish_reason").asString()).isEqualTo("content_filter");
        assertThat(text(wrong.body())).containsOnlyOnce("excellent");
        assertThat(content(missing.body()).propertyNames()).containsExactly("p1");
        assertThat(content(unsure.body()).findValues("confidence"))
                .hasSize(12)
                .allMatch(confidence -> confidence.asDouble() == 0.2);
    }

    private Answer behaving(AiBehaviour behaviour) throws Exception {
        sandbox.openAi().behave(behaviour);
        return client.post(CHAT, chat(SOFTWARE, DAIRY));
    }

    @Test
    void stopsAtTheMostTokens() throws Exception {
        JsonNode body = client.post(CHAT, chat(question(DAIRY), schema(1), 10)).body();

        assertThat(text(body)).hasSize(40);
        assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(body.at("/usage/completion_tokens").asInt()).isEqualTo(10);
    }

    @Test
    void driftsFromAnswerToAnswerAndNoiseDoesNot() throws Exception {
        sandbox.openAi().behave(AiBehaviour.NOISE);
        assertThat(bands()).hasSize(6).isEqualTo(bands());

        sandbox.openAi().behave(AiBehaviour.DRIFTING);
        List<String> first = bands();
        List<String> second = bands();
        for (int i = 0; i < 6; i++) {
            assertThat(second.get(i)).isNotEqualTo(first.get(i));
        }
    }

    private List<String> bands() throws Exception {
        List<String> bands = new ArrayList<>();
        content(client.post(CHAT, chat(SOFTWARE)).body())
                .findValues("band")
                .forEach(band -> bands.add(band.asString()));
        return bands;
    }

    @Test
    void runsOutOfQuota() throws Exception {
        sandbox.openAi().exhaustQuota(true);
        Answer refused = client.post(CHAT, chat(DAIRY));
        Answer models = client.get("/openai/v1/models");
        sandbox.openAi().exhaustQuota(false);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().at("/error/code").asString()).isEqualTo("insufficient_quota");
        assertThat(models.status()).isEqualTo(200);
        assertThat(client.post(CHAT, chat(DAIRY)).status()).isEqualTo(200);
    }

    @Test
    void recordsWhatItIsSentApartFromHubSpot() throws Exception {
        client.post(CHAT, chat(SOFTWARE, DAIRY));
        client.get("/openai/v1/models");

        assertThat(sandbox.openAi().bodies("POST " + CHAT)).containsExactly(chat(SOFTWARE, DAIRY));
        assertThat(sandbox.openAi().requests()).hasSize(2);
        assertThat(sandbox.openAi().profilesAsked()).isEqualTo(2);
        assertThat(sandbox.openAi().traffic().perCall())
                .containsEntry("POST " + CHAT, 1)
                .containsEntry("GET /openai/v1/models", 1);
        assertThat(sandbox.traffic().count()).isZero();

        sandbox.openAi().clear();

        assertThat(sandbox.openAi().requests()).isEmpty();
        assertThat(sandbox.openAi().profilesAsked()).isZero();
    }
}
