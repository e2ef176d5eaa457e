package io.leadscore.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a sandbox over HTTP as any client would. */
final class SandboxClient {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;
    private final String token;

    SandboxClient(Sandbox sandbox) {
        this(sandbox, sandbox.token());
    }

    SandboxClient(Sandbox sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    /** An answer's status, JSON body and headers. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        List<Long> resultIds() {
            List<Long> ids = new ArrayList<>();
            body.path("results").forEach(result -> ids.add(result.path("id").asLong()));
            return ids;
        }
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        URI uri = URI.create(sandbox.baseUrl() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        String text = response.body();
        boolean isJson = text.startsWith("{")
                && response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        JsonNode json = isJson ? MAPPER.readTree(text) : MAPPER.createObjectNode();
        return new Answer(response.statusCode(), json, response);
    }

    Answer search(String type, String body) throws IOException, InterruptedException {
        return post("/crm/objects/2026-09/" + type + "/search", body);
    }

    /** The inputs of a batch: {@code {"id":"1"}, ...}. */
    static String inputs(LongStream ids) {
        return String.join(",", ids.mapToObj(id -> "{\"id\":\"" + id + "\"}").toList());
    }
}
