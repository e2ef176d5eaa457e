package io.leadscore.actions;

import io.leadscore.hubspot.Departure;
import io.leadscore.ledger.RunLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * nothing that may have been taken. Confined to one run at a time.
 */
final class Webhook implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int ATTEMPTS = 3;
    /** Slack takes one message a second for each webhook, and asks for waits of seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration UNSAID_WAIT = Duration.ofSeconds(60);

    private final URI url;
    private final InstantSource clock;
    private final Pause pause;
    private final CloseableHttpClient client;
    private final JsonMapper json = new JsonMapper();
    private Instant notBefore = Instant.MIN;

    Webhook(URI url, InstantSource clock, Pause pause) {
        this.url = url;
        this.clock = clock;
        this.pause = pause;
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

    /** @param seconds what it asks to be waited; null: it did not say */
    private record Reply(int status, @Nullable Integer seconds) {
        static Reply of(ClassicHttpResponse response) {
            Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            String value = header == null ? "" : header.getValue().strip();
            return new Reply(response.getCode(), value.matches("\\d{1,6}") ? Integer.valueOf(value) : null);
        }

        Duration pause() {
            return seconds == null ? UNSAID_WAIT : Duration.ofSeconds(seconds);
        }
    }

    /** @param text Slack's mrkdwn, escaped as it wants it */
    Outcome post(String text) {
        for (int attempt = 1; ; attempt++) {
            if (clock.instant().isBefore(notBefore)) {
                return tooMany();
            }
            Reply reply;
            try {
                reply = send(text);
            } catch (IOException failure) {
                return lost(failure);
            }
            if (reply.status() != 429) {
                return outcome(reply.status());
            }
            Duration wait = reply.pause();
            notBefore = clock.instant().plus(wait);
            if (attempt == ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
                return tooMany();
            }
            pause.await(wait);
            RunLease lease = RunLease.current();
            if (lease != null && !lease.isHeld()) {
                return tooMany();
            }
        }
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

    private static Outcome tooMany() {
        return new Outcome.Postponed("The webhook takes no more messages for now (429).", "The next run goes on.");
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
