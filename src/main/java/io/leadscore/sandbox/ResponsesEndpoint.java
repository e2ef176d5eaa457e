package io.leadscore.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The Responses API in the form of a JSON schema: the same judging in another dress. Nothing is stored. */
final class ResponsesEndpoint implements ModelEndpoint {

    private final FitAnalyst analyst;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    ResponsesEndpoint(FitAnalyst analyst, InstantSource clock) {
        this.analyst = analyst;
        this.clock = clock;
    }

    @Override
    public JsonReply answer(JsonNode body, AiBehaviour behaviour) {
        AiModel model = AiModel.ofText(body);
        JsonNode format = body.path("text").path("format");
        OpenAiProblem.require(
                format.path("type").asString("").equals("json_schema"),
                "This stand-in answers in the form of a JSON schema only.",
                "text.format");
        AnswerSchema schema = AnswerSchema.of(format, "text.format");
        FitPrompt prompt = FitPrompt.of(messages(body.path("input")), "input", schema, body.path("max_output_tokens"));
        Completion completion = analyst.complete(prompt, behaviour);
        long id = number.incrementAndGet();
        boolean complete = completion.finishReason().equals("stop");
        Map<String, @Nullable Object> reply = Json.object(
                "id",
                "resp_sandbox" + id,
                "object",
                "response",
                "created_at",
                clock.instant().getEpochSecond(),
                "status",
                complete ? "completed" : "incomplete",
                "error",
                null,
                "incomplete_details",
                complete ? null : Map.of("reason", incompleteReason(completion)),
                "instructions",
                body.get("instructions"),
                "metadata",
                Map.of(),
                "model",
                model.dated(),
                "output",
                List.of(message(id, completion)),
                "parallel_tool_calls",
                true,
                "temperature",
                1.0,
                "tool_choice",
                "auto",
                "tools",
                List.of(),
                "top_p",
                1.0,
                "text",
                body.get("text"),
                "usage",
                usage(completion));
        return JsonReply.ok(reply);
    }

    /** A text alone is a message of the user. */
    private static JsonNode messages(JsonNode input) {
        if (!input.isString()) {
            return input;
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return nodes.arrayNode().add(nodes.objectNode().put("role", "user").put("content", input.asString("")));
    }

    private static String incompleteReason(Completion completion) {
        return completion.finishReason().equals("length") ? "max_output_tokens" : "content_filter";
    }

    private static Map<String, @Nullable Object> message(long id, Completion completion) {
        String refusal = completion.refusal();
        Map<String, @Nullable Object> content = refusal == null
                ? Json.object(
                        "type",
                        "output_text",
                        "text",
                        completion.content() == null ? "" : completion.content(),
                        "annotations",
                        List.of())
                : Json.object("type", "refusal", "refusal", refusal);
        return Json.object(
                "type",
                "message",
                "id",
                "msg_sandbox" + id,
                "status",
                completion.finishReason().equals("stop") ? "completed" : "incomplete",
                "role",
                "assistant",
                "content",
                List.of(content));
    }

    private static Map<String, @Nullable Object> usage(Completion completion) {
        return Json.object(
                "input_tokens",
                completion.promptTokens(),
                "input_tokens_details",
                Map.of("cached_tokens", 0),
                "output_tokens",
                completion.completionTokens(),
                "output_tokens_details",
                Map.of("reasoning_tokens", 0),
                "total_tokens",
                completion.totalTokens());
    }
}
