package io.leadscore.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Chat completions in the form of a JSON schema; another form is refused. */
final class ChatEndpoint implements ModelEndpoint {

    private final FitAnalyst analyst;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    ChatEndpoint(FitAnalyst analyst, InstantSource clock) {
        this.analyst = analyst;
        this.clock = clock;
    }

    @Override
    public JsonReply answer(JsonNode body, AiBehaviour behaviour) {
        AiModel model = AiModel.ofText(body);
        JsonNode format = body.path("response_format");
        OpenAiProblem.require(
                format.path("type").asString("").equals("json_schema"),
                "This stand-in answers in the form of a JSON schema only.",
                "response_format");
        AnswerSchema schema = AnswerSchema.of(format.path("json_schema"), "response_format.json_schema");
        JsonNode mostTokens =
                body.has("max_completion_tokens") ? body.path("max_completion_tokens") : body.path("max_tokens");
        FitPrompt prompt = FitPrompt.of(body.path("messages"), "messages", schema, mostTokens);
        Completion completion = analyst.complete(prompt, behaviour);
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
