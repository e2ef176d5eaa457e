package io.leadscore.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Chat completions in the form of a JSON schema, which the format gives or the instructions. */
final class ChatEndpoint implements ModelEndpoint {

    private final FitAnalyst analyst;
    private final AiConduct conduct;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    ChatEndpoint(FitAnalyst analyst, AiConduct conduct, InstantSource clock) {
        this.analyst = analyst;
        this.conduct = conduct;
        this.clock = clock;
    }

    @Override
    public JsonReply answer(JsonNode body, AiBehaviour behaviour) {
        AiModel model = AiModel.ofText(body);
        OpenAiProblem.requireKnown(body, conduct.unknown());
        AnswerSchema schema = schema(body);
        JsonNode mostTokens =
                body.has("max_completion_tokens") ? body.path("max_completion_tokens") : body.path("max_tokens");
        FitPrompt prompt = FitPrompt.of(body.path("messages"), "messages", schema, mostTokens);
        Completion completion = analyst.complete(prompt, behaviour);
        if (behaviour == AiBehaviour.SPARSE) {
            return JsonReply.ok(Json.object("choices", List.of(sparse(completion)), "usage", null));
        }
        return JsonReply.ok(Json.object(
                "id",
                "chatcmpl-sandbox" + number.incrementAndGet(),
                "object",
                "chat.completion",
                "created",
                clock.instant().getEpochSecond(),
                "model",
                model.dated(),
                "choices",
                List.of(choice(completion)),
                "usage",
                usage(completion),
                "service_tier",
                "default",
                "system_fingerprint",
                "fp_sandbox"));
    }

    /** The schema of the format; without one, that which the instructions give. */
    private static AnswerSchema schema(JsonNode body) {
        JsonNode format = body.path("response_format");
        if (format.path("type").asString("").equals("json_schema")) {
            return AnswerSchema.of(format.path("json_schema"), "response_format.json_schema");
        }
        String instructions = body.path("messages").path(0).path("content").asString("");
        int schema = instructions.indexOf("{\"type\":\"object\"");
        JsonNode told = schema < 0 ? null : Json.tree(instructions.substring(schema));
        OpenAiProblem.require(
                told != null && instructions.contains("JSON"),
                "This stand-in answers by a JSON schema only, of the format or of the instructions.",
                "response_format");
        return new AnswerSchema(Objects.requireNonNull(told), "messages");
    }

    private static Map<String, @Nullable Object> sparse(Completion completion) {
        return Json.object(
                "message",
                Json.object(
                        "role",
                        "assistant",
                        "content",
                        List.of(Json.object("type", "text", "text", completion.content()))));
    }

    private static Map<String, @Nullable Object> choice(Completion completion) {
        return Json.object(
                "index",
                0,
                "message",
                Json.object(
                        "role",
                        "assistant",
                        "content",
                        completion.content(),
                        "refusal",
                        completion.refusal(),
                        "annotations",
                        List.of()),
                "logprobs",
                null,
                "finish_reason",
                completion.finishReason());
    }

    private static Map<String, @Nullable Object> usage(Completion completion) {
        return Json.object(
                "prompt_tokens",
                completion.promptTokens(),
                "completion_tokens",
                completion.completionTokens(),
                "total_tokens",
                completion.totalTokens(),
                "prompt_tokens_details",
                Map.of("cached_tokens", 0, "audio_tokens", 0),
                "completion_tokens_details",
                Map.of(
                        "reasoning_tokens",
                        0,
                        "audio_tokens",
                        0,
                        "accepted_prediction_tokens",
                        0,
                        "rejected_prediction_tokens",
                        0));
    }
}
