package io.leadscore.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The bearer tokens that are accepted: a static one, and those that the token endpoint gave out. Thread-safe. */
final class Tokens {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    private final String staticToken;
    private final InstantSource clock;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();

    Tokens(String staticToken, InstantSource clock) {
        this.staticToken = staticToken;
        this.clock = clock;
    }

    /** A new access token for {@link #LIFETIME}. */
    String issue() {
        String token = "sandbox-access-" + issued.incrementAndGet();
        expiries.put(token, clock.instant().plus(LIFETIME));
        return token;
    }

    /** Throws a 401 unless the header carries a valid token. */
    void check(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw ApiProblem.notAuthenticated();
        }
        String token = authorization.substring("Bearer ".length()).strip();
        Instant expiry = expiries.get(token);
        if (expiry != null && !clock.instant().isBefore(expiry)) {
            throw ApiProblem.tokenExpired(expiry.toString());
        }
        if (expiry == null && !token.equals(staticToken)) {
            throw ApiProblem.notAuthenticated();
        }
    }
}
