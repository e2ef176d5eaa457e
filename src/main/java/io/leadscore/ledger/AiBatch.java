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
 */
public record AiBatch(
        String file, @Nullable String batch, AnswerKey key, Instant createdAt, long reservedMicroDollars) {}
