package io.leadscore.hubspot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One call that did not do what it was asked: an answer with an error, or none that can be read. */
final class FailedCall extends RuntimeException {

    /** Came too late, locked, too early, the account is being moved (error handling guide, RFC 9110 and 8470). */
    private static final Set<Integer> PASSING = Set.of(408, 423, 425, 477);

    /** More than any error that HubSpot writes. */
    private static final int LONGEST_ERROR = 1 << 20;

    private final int status;
    private final ApiError error;
    private final String trouble;
    private final RateHeaders rates;
    private final @Nullable Integer retryAfterSeconds;
    private final boolean sent;

    private FailedCall(
            int status,
            ApiError error,
            String trouble,
            RateHeaders rates,
            @Nullable Integer retryAfterSeconds,
            boolean sent) {
        super(trouble, null, false, false);
        this.status = status;
        this.error = error;
        this.trouble = trouble;
        this.rates = rates;
        this.retryAfterSeconds = retryAfterSeconds;
        this.sent = sent;
    }

    /** HubSpot answered with an error. */
    static FailedCall answered(ClientHttpResponse response, JsonMapper json) throws IOException {
        int status = response.getStatusCode().value();
        HttpHeaders headers = response.getHeaders();
        return new FailedCall(
                status,
                read(response, json),
                "answered " + status,
                RateHeaders.of(headers),
                seconds(headers.getFirst(HttpHeaders.RETRY_AFTER)),
                true);
    }

    /** No answer came, or none that can be read. */
    static FailedCall withoutAnswer(String trouble) {
        return new FailedCall(0, ApiError.UNKNOWN, trouble, RateHeaders.NONE, null, true);
    }

    /** No connection was made: HubSpot never saw the call. */
    static FailedCall notSent(String trouble) {
        return new FailedCall(0, ApiError.UNKNOWN, trouble, RateHeaders.NONE, null, false);
    }

    private static ApiError read(ClientHttpResponse response, JsonMapper json) {
        try (InputStream body = response.getBody()) {
            ApiError error = json.readValue(body.readNBytes(LONGEST_ERROR), ApiError.class);
            return error == null ? ApiError.UNKNOWN : error;
        } catch (IOException | JacksonException unreadable) {
            return ApiError.UNKNOWN;
        }
    }

    private static @Nullable Integer seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}") ? Integer.valueOf(retryAfter) : null;
    }

    /** HTTP status; 0 without an answer. */
    int status() {
        return status;
    }

    ApiError error() {
        return error;
    }

    /** What happened, in words that follow "HubSpot": holds nothing of a body. */
    String trouble() {
        return trouble;
    }

    RateHeaders rates() {
        return rates;
    }

    /** What HubSpot asks to be waited; null when it did not say. */
    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    boolean isRateLimited() {
        return status == 429;
    }

    boolean isDailyLimit() {
        return isRateLimited() && "DAILY".equalsIgnoreCase(error.policyName());
    }

    /** Whether the same call may succeed later: no answer, and what {@link #PASSING} and servers say. */
    boolean mayPass() {
        return status == 0 || PASSING.contains(status) || (isRateLimited() && !isDailyLimit()) || status >= 500;
    }

    /**
     * Whether HubSpot may have done what was asked all the same: the answer was lost on the way, or a server gave up in
     * the middle. A 503 is said before a request is taken up (error handling guide); 423, 429 and 477 refuse it.
     */
    boolean mayHaveActed() {
        return status == 0 ? sent : status == 408 || (status >= 500 && status != 503);
    }

    /** Whether HubSpot refuses the content of the request: some row or property in it is wrong. */
    boolean isRefusal() {
        return status == 400 || isMissing() || status == 409 || status == 422;
    }

    /** Whether HubSpot does not have what the path or the request names, or has it no longer. */
    boolean isMissing() {
        return isMissing(status);
    }

    static boolean isMissing(int status) {
        return status == 404 || status == 410;
    }
}
