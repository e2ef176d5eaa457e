package io.leadscore.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Batch API. */
final class BatchEndpoints {

    private final AiBatches batches;

    BatchEndpoints(AiBatches batches) {
        this.batches = batches;
    }

    void addTo(Routes routes) {
        String path = " " + OpenAi.PATH + "/batches";
        routes.add("POST" + path, Family.EXEMPT, "", this::create);
        routes.add("GET" + path, Family.EXEMPT, "", call -> JsonReply.ok(FileEndpoints.page(batches.all())));
        routes.add("GET" + path + "/{id}", Family.EXEMPT, "", call -> found(call, batches.look(call.parameter("id"))));
        routes.add(
                "POST" + path + "/{id}/cancel",
                Family.EXEMPT,
                "",
                call -> found(call, batches.cancel(call.parameter("id"))));
    }

    private JsonReply create(ApiCall call) {
        JsonNode body = OpenAiProblem.parse(call.rawBody());
        String endpoint = body.path("endpoint").asString("");
        OpenAiProblem.require(batches.answers(endpoint), "Invalid value: '" + endpoint + "'.", "endpoint");
        OpenAiProblem.require(
                body.path("completion_window").asString("").equals("24h"),
                "Invalid value for 'completion_window'. Supported values are: '24h'.",
                "completion_window");
        String fileId = body.path("input_file_id").asString("");
        AiFile file = batches.file(fileId);
        if (file == null || !file.purpose().equals("batch")) {
            throw OpenAiProblem.invalid("Invalid input file: '" + fileId + "'.", "input_file_id");
        }
        return JsonReply.ok(batches.add(
                new AiBatch.Order(endpoint, fileId, BatchLines.of(file.content(), endpoint), body.get("metadata"))));
    }

    private static JsonReply found(ApiCall call, @Nullable Map<String, @Nullable Object> batch) {
        if (batch == null) {
            throw OpenAiProblem.notFound("No batch found with id '" + call.parameter("id") + "'.", "id");
        }
        return JsonReply.ok(batch);
    }
}
