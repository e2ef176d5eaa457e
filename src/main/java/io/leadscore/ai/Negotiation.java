package io.leadscore.ai;

import java.util.function.Function;

/**
 * Asks in the dialect that the server is known to speak, and in a smaller one after each refusal of a parameter, which
 * costs nothing and happens a few times at most. Thread-safe.
 */
final class Negotiation {

    private final Attempts attempts;
    private final Dialects dialects;

    Negotiation(Attempts attempts, Dialects dialects) {
        this.attempts = attempts;
        this.dialects = dialects;
    }

    /**
     * The answer.
     *
     * @throws FailedCall when there is none
     * @throws Stopped when nothing more is to be sent
     */
    <T extends Metered> T answer(Run run, Function<Dialect, Attempts.Request<T>> request) throws InterruptedException {
        Dialect dialect = dialects.of(run);
        while (true) {
            try {
                return attempts.answer(run, request.apply(dialect));
            } catch (FailedCall failure) {
                Parameter refused = failure.refused();
                Dialect next = refused == null ? null : dialects.after(run, dialect, refused);
                if (next == null) {
                    if (refused != null) {
                        attempts.breaker().failed(failure);
                    }
                    throw failure;
                }
                dialect = next;
            }
        }
    }
}
