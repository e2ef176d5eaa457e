package io.leadscore.sandbox;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** OpenAI's key and errors. It shares nothing with HubSpot's token, limits and scopes. */
final class OpenAiVendor implements Vendor {

    private final AiConduct conduct;
    private final AiRecord record;
    private final AtomicLong number = new AtomicLong();

    OpenAiVendor(AiConduct conduct, AiRecord record) {
        this.conduct = conduct;
        this.record = record;
    }

    @Override
    public void arrived(HttpRequest request) {
        record.add(new OpenAi.Request(request.method(), request.path(), request.body()));
    }

    @Override
    public void pass(Routes.Match match, @Nullable String authorization) {
        String key = authorization == null
                ? ""
                : authorization.replaceFirst("^Bearer\\s+", "").strip();
        if (!key.equals(OpenAi.KEY) || conduct.keyRevoked()) {
            throw OpenAiProblem.wrongKey(key);
        }
    }

    @Override
    public @Nullable ApiProblem failure(FaultKind fault, Routes.Match match) {
        return switch (fault) {
            case TEN_SECONDLY, SECONDLY -> OpenAiProblem.rateLimited(conduct.retryAfter());
            case DAILY -> OpenAiProblem.quotaExhausted();
            case FORBIDDEN -> OpenAiProblem.wrongKey("");
            case REQUEST_TIMEOUT, LOCKED, INTERNAL_ERROR, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT ->
                OpenAiProblem.serverError(Integer.parseInt(fault.code()));
            default -> null;
        };
    }

    @Override
    public JsonReply noSuchPath(ApiCall call) {
        throw OpenAiProblem.notFound("Invalid URL (" + call.method() + " " + call.path() + ")", null);
    }

    @Override
    public Map<String, String> headers(Family family) {
        return Map.of("x-request-id", "req_sandbox" + number.incrementAndGet());
    }
}
