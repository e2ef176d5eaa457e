package io.leadscore.hubspot;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * How far HubSpot's clock is from ours, by the {@code Date} of its answers. Of the answers of two minutes the one nearest
 * to our clock counts: a single wrong one on the way proves nothing. Thread-safe.
 */
final class ServerClock implements ClientHttpRequestInterceptor {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Ticker ticker;
    private @Nullable Duration ahead;
    private long measuredAt;

    ServerClock(InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse response = execution.execute(request, body);
        Instant serverTime = Answer.serverTime(response.getHeaders());
        if (serverTime != null) {
            note(Duration.between(clock.instant(), serverTime));
        }
        return response;
    }

    private synchronized void note(Duration measured) {
        Duration known = ahead();
        if (known == null || measured.abs().compareTo(known.abs()) <= 0) {
            ahead = measured;
            measuredAt = ticker.nanos();
        }
    }

    /** How far HubSpot's clock is ahead of ours; null when no answer said lately. */
    synchronized @Nullable Duration ahead() {
        return ticker.nanos() - measuredAt > REMEMBERED.toNanos() ? null : ahead;
    }
}
