package io.leadscore.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch at the AI's Batch API that is not done yet.
 *
 * @param file the AI's id of the file of questions
 * @param batch the AI's id of the batch; null when it is not known to have been accepted
 * @param key what its answers depend on
 * @param createdAt when it was made
 * @param reservedMicroDollars what was reserved for it, on the day of {@code createdAt}
 * @param failedLooks how often in a row it could not be seen how far it is
 * @param givenUp whether its profiles are asked about without it; what it answers all the same is still used
 */
public record AiBatch(
        String file,
        @Nullable String batch,
        AnswerKey key,
        Instant createdAt,
        long reservedMicroDollars,
        int failedLooks,
        boolean givenUp) {

    /** A batch that was just made. */
    public AiBatch(String file, @Nullable String batch, AnswerKey key, Instant createdAt, long reservedMicroDollars) {
        this(file, batch, key, createdAt, reservedMicroDollars, 0, false);
    }
}
