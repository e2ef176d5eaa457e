package io.leadscore.ai;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the model, as it came.
 *
 * @param model the model's own name, of harmless characters
 * @param content what it said; null when it said nothing
 * @param refused whether it refused
 * @param cutOff whether the answer is not complete
 * @param promptTokens tokens of the question; -1 when it did not say
 * @param completionTokens tokens of the answer; -1 when it did not say
 */
record Completion(
        String model,
        @Nullable String content,
        boolean refused,
        boolean cutOff,
        long promptTokens,
        long completionTokens)
        implements Metered {}
