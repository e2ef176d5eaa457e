package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a call with an error body: here HubSpot's, in {@link OpenAiProblem} OpenAI's. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient JsonReply reply;

    ApiProblem(String message, JsonReply reply) {
        super(message, null, false, false);
        this.reply = reply;
    }

    private ApiProblem(int status, Map<String, @Nullable Object> body) {
        this(String.valueOf(body.get("message")), new JsonReply(status, body));
    }

    JsonReply reply() {
        return reply;
    }

    static ApiProblem of(int status, String category, String message, @Nullable Object... more) {
        Map<String, @Nullable Object> body = body(message);
        body.put("category", category);
        body.putAll(Json.object(more));
        return new ApiProblem(status, body);
    }

    static ApiProblem invalid(String message) {
        return of(400, "VALIDATION_ERROR", message);
    }

    /** Property values that were refused. */
    static ApiProblem invalid(List<PropertyProblem> problems, long portalId) {
        return of(
                400,
                "VALIDATION_ERROR",
                PropertyProblem.message(problems, portalId),
                "errors",
                problems.stream().map(PropertyProblem::toJson).toList());
    }

    static ApiProblem notFound(String message) {
        return of(404, "OBJECT_NOT_FOUND", message);
    }

    static ApiProblem noSuchPath() {
        return new ApiProblem(404, body("resource not found"));
    }

    static ApiProblem notAuthenticated() {
        return of(
                401,
                "INVALID_AUTHENTICATION",
                "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find"
                        + " more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview");
    }

    static ApiProblem tokenExpired(String expiredAt) {
        return of(
                401,
                "EXPIRED_AUTHENTICATION",
                "The OAuth token used to make this call expired 0 second(s) ago.",
                "context",
                Map.of("expire time", List.of(expiredAt)));
    }

    static ApiProblem scopeMissing(String scope) {
        Map<String, Object> error = Map.of(
                "message",
                "One or more of the following scopes are required.",
                "context",
                Map.of("requiredGranularScopes", List.of(scope)));
        Map<String, @Nullable Object> body =
                body("This app hasn't been granted all required scopes to make this call. Read more about required"
                        + " scopes here: https://developers.hubspot.com/scopes.");
        body.put("errors", List.of(error));
        body.put("links", Map.of("scopes", "https://developers.hubspot.com/scopes"));
        body.put("category", "MISSING_SCOPES");
        return new ApiProblem(403, body);
    }

    static ApiProblem rateLimited(RatePolicy policy, long portalId) {
        Map<String, @Nullable Object> body = body(policy.message());
        body.put("errorType", "RATE_LIMIT");
        body.put("policyName", policy.name());
        if (policy == RatePolicy.TEN_SECONDLY_ROLLING) {
            body.put("groupName", "publicapi:private-apps-api-calls-ten-secondly:" + portalId);
        } else {
            body.put("requestId", UUID.randomUUID().toString());
        }
        return new ApiProblem(429, body);
    }

    /** An answer of a proxy or server on the way, as 502 or 503. */
    static ApiProblem serverError(int status) {
        return new ApiProblem(status, body("internal error"));
    }

    private static Map<String, @Nullable Object> body(String message) {
        return Json.object(
                "status",
                "error",
                "message",
                message,
                "correlationId",
                UUID.randomUUID().toString());
    }
}
