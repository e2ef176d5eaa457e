package io.leadscore.sandbox;

import static io.leadscore.sandbox.FitRequests.DAIRY;
import static io.leadscore.sandbox.FitRequests.MAPPER;
import static io.leadscore.sandbox.FitRequests.SOFTWARE;
import static io.leadscore.sandbox.FitRequests.chat;
import static io.leadscore.sandbox.FitRequests.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchEndpointsIntegrationTests {

    private static final String BATCHES = "/openai/v1/batches";
    private static final String FILES = "/openai/v1/files";

    private final FixedClock clock = new FixedClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(clock));
    private final SandboxClient client = new SandboxClient(sandbox, sandbox.openAiKey());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void answersEveryLineAtTheFirstLook() throws Exception {
        JsonNode made = create(line("a", chat(SOFTWARE)), line("b", chat(DAIRY, DAIRY)));
        assertThat(made.path("status").asString()).isEqualTo("validating");
        assertThat(made.at("/metadata/run").asString()).isEqualTo("7");
        assertThat(sandbox.openAi().profilesAsked()).isZero();

        JsonNode batch = look(made);

        assertThat(batch.path("status").asString()).isEqualTo("completed");
        assertThat(batch.path("error_file_id").isNull()).isTrue();
        assertThat(batch.path("request_counts").toString()).contains("\"total\":2", "\"completed\":2", "\"failed\":0");
        List<JsonNode> lines = lines(batch.path("output_file_id").asString());
        assertThat(lines).extracting(line -> line.path("custom_id").asString()).containsExactly("b", "a");
        assertThat(lines.get(1).at("/response/status_code").asInt()).isEqualTo(200);
        assertThat(content(lines.get(1).at("/response/body"))
                        .at("/p1/industry/band")
                        .asString())
                .isEqualTo("strong");
        assertThat(sandbox.openAi().profilesAsked()).isEqualTo(3);
    }

    @Test
    void putsFailedLinesIntoAnErrorFile() throws Exception {
        sandbox.openAi().behaveNext(AiBehaviour.SERVER_ERROR, 1);

        JsonNode batch =
                look(create(line("a", chat(DAIRY)), line("b", chat("{\"email\": \"x\"}")), line("c", chat(DAIRY))));

        List<JsonNode> failed = lines(batch.path("error_file_id").asString());
        assertThat(failed)
                .extracting(line -> line.at("/response/status_code").asInt())
                .containsExactly(500, 400);
        assertThat(failed.get(1).at("/response/body/error/message").asString()).contains("email");
        assertThat(lines(batch.path("output_file_id").asString())).hasSize(1);
        assertThat(batch.at("/request_counts/failed").asInt()).isEqualTo(2);
    }

    @Test
    void takesAsManyLooksAndAsLongAsTold() throws Exception {
        sandbox.openAi().completeBatchesAfterGets(2);
        sandbox.openAi().completeBatchesAfter(Duration.ofHours(1));
        JsonNode made = create(line("a", chat(DAIRY)));

        assertThat(status(made)).isEqualTo("in_progress");
        assertThat(status(made)).isEqualTo("in_progress");
        assertThat(status(made)).isEqualTo("in_progress");
        clock.advance(Duration.ofHours(1));
        assertThat(status(made)).isEqualTo("completed");
        assertThat(client.get(BATCHES).body().at("/data/0/status").asString()).isEqualTo("completed");
    }

    @Test
    void cancels() throws Exception {
        JsonNode made = create(line("a", chat(DAIRY)));
        String path = BATCHES + "/" + made.path("id").asString() + "/cancel";

        assertThat(client.post(path, "{}").body().path("status").asString()).isEqualTo("cancelling");
        assertThat(status(made)).isEqualTo("cancelled");
        assertThat(client.post(path, "{}").status()).isEqualTo(400);
        assertThat(sandbox.openAi().profilesAsked()).isZero();
    }

    @Test
    void expiresWithHalfOfItDone() throws Exception {
        sandbox.openAi().expireBatches(true);

        JsonNode batch = look(create(line("a", chat(DAIRY)), line("b", chat(DAIRY))));

        assertThat(batch.path("status").asString()).isEqualTo("expired");
        assertThat(lines(batch.path("output_file_id").asString())).hasSize(1);
        assertThat(lines(batch.path("error_file_id").asString()))
                .extracting(line -> line.at("/error/code").asString())
                .containsExactly("batch_expired");
    }

    @Test
    void expiresWhenItHangsForADay() throws Exception {
        sandbox.openAi().behave(AiBehaviour.HANG);
        JsonNode made = create(line("a", chat(DAIRY)));

        assertThat(status(made)).isEqualTo("in_progress");
        clock.advance(Duration.ofHours(24));
        assertThat(status(made)).isEqualTo("expired");
    }

    @Test
    void failsAsAWholeForALineThatIsNone() throws Exception {
        JsonNode batch = look(create(line("a", chat(DAIRY)), "{", line("a", chat(DAIRY))));

        assertThat(batch.path("status").asString()).isEqualTo("failed");
        assertThat(batch.at("/errors/data").findValues("code"))
                .extracting(JsonNode::asString)
                .containsExactly("invalid_json_line", "duplicate_custom_id");
        assertThat(batch.path("output_file_id").isNull()).isTrue();
    }

    @Test
    void takesNoOtherOrder() throws Exception {
        String file = upload(line("a", chat(DAIRY)));

        assertThat(client.post(BATCHES, order(file).replace("24h", "1h")).status())
                .isEqualTo(400);
        assertThat(client.post(BATCHES, order(file).replace("chat", "chit")).status())
                .isEqualTo(400);
        assertThat(client.post(BATCHES, order("file-none")).status()).isEqualTo(400);
        assertThat(client.get(BATCHES + "/batch_none").status()).isEqualTo(404);
    }

    @Test
    void keepsFilesUntilTheyAreDeleted() throws Exception {
        String text = line("a", chat(DAIRY)) + "\n" + line("ä", chat(DAIRY));
        String path = FILES + "/" + upload(text);

        Answer content = client.get(path + "/content");
        JsonNode file = client.get(path).body();
        assertThat(content.response().body()).isEqualTo(text);
        assertThat(file.path("purpose").asString()).isEqualTo("batch");
        assertThat(file.path("bytes").asInt()).isEqualTo(text.length() + 1);
        assertThat(file.path("created_at").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(sandbox.openAi().fileNames()).containsExactly("lines.jsonl");

        assertThat(client.send("DELETE", path, "").body().path("deleted").asBoolean())
                .isTrue();

        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.get(FILES).body().path("data").isEmpty()).isTrue();
        assertThat(client.post(FILES, "{}").status()).isEqualTo(400);
    }

    @Test
    void listsModels() throws Exception {
        assertThat(client.get("/openai/v1/models").body().findValues("id"))
                .extracting(JsonNode::asString)
                .contains("gpt-4.1-mini", "text-embedding-3-small");
        assertThat(client.get("/openai/v1/models/gpt-4o").body().path("id").asString())
                .isEqualTo("gpt-4o");
        assertThat(client.get("/openai/v1/models/llama").status()).isEqualTo(404);
    }

    private JsonNode create(String... lines) throws Exception {
        return client.post(BATCHES, order(upload(String.join("\n", lines)))).body();
    }

    private static String order(String fileId) {
        return """
                {"input_file_id": "%s", "endpoint": "/v1/chat/completions", "completion_window": "24h",
                 "metadata": {"run": "7"}}""".formatted(fileId);
    }

    private String upload(String text) throws Exception {
        String form = "--frame\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n"
                + "--frame\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lines.jsonl\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + text + "\r\n--frame--\r\n";
        return client.post(FILES, form).body().path("id").asString();
    }

    private static String line(String id, String body) {
        return "{\"custom_id\":\"" + id + "\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":"
                + MAPPER.readTree(body) + "}";
    }

    private JsonNode look(JsonNode batch) throws Exception {
        return client.get(BATCHES + "/" + batch.path("id").asString()).body();
    }

    private String status(JsonNode batch) throws Exception {
        return look(batch).path("status").asString();
    }

    private List<JsonNode> lines(String fileId) throws Exception {
        return client.get(FILES + "/" + fileId + "/content")
                .response()
                .body()
                .lines()
                .map(MAPPER::readTree)
                .toList();
    }
}
