package io.leadscore.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's error bodies. */
final class OpenAiProblem {

    private static final String INVALID = "invalid_request_error";

    private OpenAiProblem() {}

    static ApiProblem invalid(String message, @Nullable String param) {
        return of(400, message, INVALID, param, null, Map.of());
    }

    /** Throws a 400 unless it is so. */
    static void require(boolean so, String message, @Nullable String param) {
        if (!so) {
            throw invalid(message, param);
        }
    }

    /** Throws a 400 that names the parameter unless all of a request is known. */
    static void requireKnown(JsonNode body, Set<String> unknown) {
        for (String parameter : body.propertyNames()) {
            require(
                    !unknown.contains(parameter),
                    "Unrecognized request argument supplied: " + parameter,
                    // Only some servers say it so that a program can read it.
                    parameter.startsWith("max_") ? null : parameter);
        }
        String format = body.path("response_format").path("type").asString("");
        require(!unknown.contains(format), "Invalid parameter: '" + format + "' is not supported.", null);
    }

    /** The body's tree; 400 when it is not a JSON object. */
    static JsonNode parse(String body) {
        JsonNode tree = Json.tree(body);
        if (tree == null || !tree.isObject()) {
            throw invalid(
                    "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your"
                            + " HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was"
                            + " not valid JSON.)",
                    null);
        }
        return tree;
    }

    static ApiProblem wrongKey(String key) {
        String shown = key.length() < 8 ? "***" : key.substring(0, 3) + "***" + key.substring(key.length() - 4);
        String message = key.isEmpty()
                ? "You didn't provide an API key. You need to provide your API key in an Authorization header using"
                        + " Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."
                : "Incorrect API key provided: " + shown
                        + ". You can find your API key at https://platform.openai.com/account/api-keys.";
        return of(401, message, INVALID, null, "invalid_api_key", Map.of());
    }

    static ApiProblem noSuchModel(String model) {
        return of(
                404,
                "The model `" + model + "` does not exist or you do not have access to it.",
                INVALID,
                null,
                "model_not_found",
                Map.of());
    }

    static ApiProblem notFound(String message, @Nullable String param) {
        return of(404, message, INVALID, param, null, Map.of());
    }

    static ApiProblem rateLimited(Duration retryAfter) {
        long seconds = (retryAfter.toMillis() + 999) / 1_000;
        return of(
                429,
                "Rate limit reached for requests per min (RPM): Limit 500, Used 500, Requested 1. Please try again in "
                        + seconds + "s.",
                "requests",
                null,
                "rate_limit_exceeded",
                Map.of(
                        "Retry-After",
                        String.valueOf(seconds),
                        "retry-after-ms",
                        String.valueOf(retryAfter.toMillis())));
    }

    static ApiProblem quotaExhausted() {
        return of(
                429,
                "You exceeded your current quota, please check your plan and billing details.",
                "insufficient_quota",
                null,
                "insufficient_quota",
                Map.of());
    }

    static ApiProblem serverError(int status) {
        return of(
                status,
                status == 503
                        ? "The engine is currently overloaded, please try again later."
                        : "The server had an error while processing your request. Sorry about that!",
                "server_error",
                null,
                null,
                Map.of());
    }

    private static ApiProblem of(
            int status,
            String message,
            String type,
            @Nullable String param,
            @Nullable String code,
            Map<String, String> headers) {
        Map<String, @Nullable Object> error =
                Json.object("message", message, "type", type, "param", param, "code", code);
        return new ApiProblem(message, new JsonReply(status, Map.of("error", error), headers));
    }
}
