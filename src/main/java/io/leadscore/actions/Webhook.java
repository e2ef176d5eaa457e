package io.leadscore.actions;

import io.leadscore.hubspot.Departure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Slack-compatible incoming webhook. Its URL is a secret, so it is in no message, log or exception of ours. Repeats
 * nothing, and waits for nothing: it says when it may be asked again. Confined to one run at a time.
 */
final class Webhook implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final Duration UNSAID_WAIT = Duration.ofSeconds(60);

    private final URI url;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final JsonMapper json = new JsonMapper();
    private Instant notBefore = Instant.MIN;

    Webhook(URI url, InstantSource clock) {
        this.url = url;
        this.clock = clock;
        this.client = Departure.watch(HttpClients.custom())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .useSystemProperties()
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .useSystemProperties()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorLast("status alone", Webhook::withoutBody)
                .build();
    }

    /** Nobody reads what a webhook says, nor waits for its end, which may never come. */
    private static ClassicHttpResponse withoutBody(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        scope.execRuntime.discardEndpoint();
        response.setEntity(null);
        return response;
    }

    /** @param retryAfter when it may be asked again, in seconds or as a date; null: it did not say */
    private record Reply(int status, @Nullable String retryAfter) {
        static Reply of(ClassicHttpResponse response) {
            Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            return new Reply(
                    response.getCode(),
                    header == null ? null : header.getValue().strip());
        }

        Instant until(Instant now) {
            if (retryAfter == null) {
                return now.plus(UNSAID_WAIT);
            }
            if (retryAfter.matches("\\d{1,6}")) {
                return now.plusSeconds(Integer.parseInt(retryAfter));
            }
            try {
                return ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException neither) {
                return now.plus(UNSAID_WAIT);
            }
        }

        /** Whether it asks to be left alone for a while. */
        boolean isTooMuch() {
            return status == 429 || (status == 503 && retryAfter != null);
        }
    }

    /** @param text Slack's mrkdwn, escaped as it wants it */
    Outcome post(String text) {
        if (clock.instant().isBefore(notBefore)) {
            return later();
        }
        Reply reply;
        try {
            reply = send(text);
        } catch (IOException failure) {
            return lost(failure);
        }
        if (!reply.isTooMuch()) {
            return outcome(reply.status());
        }
        notBefore = reply.until(clock.instant());
        return later();
    }

    private Reply send(String text) throws IOException {
        HttpPost post = new HttpPost(url);
        post.setEntity(new StringEntity(json.writeValueAsString(Map.of("text", text)), ContentType.APPLICATION_JSON));
        return client.execute(post, Reply::of);
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome.Done(null);
        }
        return switch (status) {
            case 401, 403, 404, 410 ->
                new Outcome.Blocked(
                        "The webhook is not accepted (" + status + ").",
                        "Make a new one in Slack, and set LEAD_SCORE_SLACK_WEBHOOK_URL.");
            case 503 -> new Outcome.Postponed("The webhook is out of service (503).", "The next run tries again.");
            case 408 -> new Outcome.Unanswered();
            default ->
                status >= 500
                        ? new Outcome.Unanswered()
                        : new Outcome.Refused("HTTP_" + status, "The webhook refuses the message.", false);
        };
    }

    private Outcome later() {
        return new Outcome.Later(
                notBefore, "The webhook takes no more messages for now.", "The next run goes on by itself.");
    }

    private static Outcome lost(IOException failure) {
        return failure instanceof Departure.NeverSent
                ? new Outcome.Postponed(
                        "The webhook cannot be reached.", "Check the network and LEAD_SCORE_SLACK_WEBHOOK_URL.")
                : new Outcome.Unanswered();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the URL. */
    @Override
    public String toString() {
        return "Webhook";
    }
}
