package io.leadscore.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;

/** How the model is to behave, now and next, and whether the account is in order. Thread-safe. */
final class AiConduct {

    private final Deque<AiBehaviour> planned = new ArrayDeque<>();
    private AiBehaviour standing = AiBehaviour.INFORMED;
    private Duration hang = Duration.ofHours(1);
    private Duration retryAfter = Duration.ofSeconds(1);
    private Set<String> unknown = Set.of();
    private boolean keyRevoked;
    private boolean quotaExhausted;

    synchronized void stand(AiBehaviour behaviour) {
        planned.clear();
        standing = behaviour;
    }

    synchronized void plan(AiBehaviour behaviour, int times) {
        planned.addAll(Collections.nCopies(times, behaviour));
    }

    /** The behaviour of the next judgement; a planned one is used up. */
    synchronized AiBehaviour next() {
        if (quotaExhausted) {
            return AiBehaviour.QUOTA;
        }
        AiBehaviour next = planned.poll();
        return next == null ? standing : next;
    }

    /** The behaviour that holds when nothing else is planned. */
    synchronized AiBehaviour standing() {
        return quotaExhausted ? AiBehaviour.QUOTA : standing;
    }

    /** Words of a request that are answered with 400: names of parameters, or types of a response format. */
    synchronized Set<String> unknown() {
        return unknown;
    }

    synchronized void unknown(Set<String> words) {
        unknown = Set.copyOf(words);
    }

    synchronized Duration hang() {
        return hang;
    }

    synchronized void hangFor(Duration duration) {
        hang = duration;
    }

    synchronized Duration retryAfter() {
        return retryAfter;
    }

    synchronized void retryAfter(Duration duration) {
        retryAfter = duration;
    }

    synchronized boolean keyRevoked() {
        return keyRevoked;
    }

    synchronized void keyRevoked(boolean value) {
        keyRevoked = value;
    }

    synchronized void quotaExhausted(boolean value) {
        quotaExhausted = value;
    }
}
