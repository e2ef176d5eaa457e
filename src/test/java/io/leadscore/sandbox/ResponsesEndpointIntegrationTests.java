package io.leadscore.sandbox;

import static io.leadscore.sandbox.FitRequests.DAIRY;
import static io.leadscore.sandbox.FitRequests.MAPPER;
import static io.leadscore.sandbox.FitRequests.SOFTWARE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResponsesEndpointIntegrationTests {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(new FixedClock()));
    private final SandboxClient client = new SandboxClient(sandbox, sandbox.openAiKey());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void saysWhatAChatCompletionSays() throws Exception {
        JsonNode chat =
                client.post(FitRequests.CHAT, FitRequests.chat(SOFTWARE, DAIRY)).body();
        JsonNode response = ask();

        assertThat(response.path("status").asString()).isEqualTo("completed");
        assertThat(response.at("/output/0/content/0/type").asString()).isEqualTo("output_text");
        assertThat(response.at("/output/0/content/0/text").asString()).isEqualTo(FitRequests.text(chat));
        assertThat(response.at("/usage/output_tokens").asInt())
                .isEqualTo(chat.at("/usage/completion_tokens").asInt());
    }

    @Test
    void refusesAndRunsShort() throws Exception {
        sandbox.openAi().behaveNext(AiBehaviour.REFUSAL, 1);
        sandbox.openAi().behaveNext(AiBehaviour.LENGTH, 1);

        assertThat(ask().at("/output/0/content/0/refusal").asString()).startsWith("I'm sorry");
        JsonNode cut = ask();
        assertThat(cut.path("status").asString()).isEqualTo("incomplete");
        assertThat(cut.at("/incomplete_details/reason").asString()).isEqualTo("max_output_tokens");
    }

    private JsonNode ask() throws Exception {
        String request =
                """
                {"model": "gpt-4.1-mini",
                 "input": [{"role": "system", "content": "Judge the fit."},
                           {"role": "user", "content": [{"type": "input_text", "text": %s}]}],
                 "text": {"format": {"type": "json_schema", "name": "fit_analysis", "strict": true, "schema": %s}}}
                """.formatted(MAPPER.writeValueAsString(FitRequests.question(SOFTWARE, DAIRY)), FitRequests.schema(2));
        return client.post("/openai/v1/responses", request).body();
    }
}
