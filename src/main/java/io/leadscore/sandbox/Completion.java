package io.leadscore.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What the model says.
 *
 * @param content null for none
 * @param refusal null for none
 * @param finishReason {@code stop}, {@code length} or {@code content_filter}
 */
record Completion(
        @Nullable String content,
        @Nullable String refusal,
        String finishReason,
        int promptTokens,
        int completionTokens) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    static int tokens(long characters) {
        return (int) ((characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }

    static Completion said(String content, String finishReason, int promptTokens) {
        return new Completion(content, null, finishReason, promptTokens, tokens(content.length()));
    }

    static Completion refused(int promptTokens) {
        String refusal = "I'm sorry, I can't assist with that request.";
        return new Completion(null, refusal, "stop", promptTokens, tokens(refusal.length()));
    }

    static Completion filtered(int promptTokens) {
        return new Completion(null, null, "content_filter", promptTokens, 0);
    }

    /** Cut to so many tokens, if it has more. */
    Completion within(int mostTokens) {
        if (content == null || completionTokens <= mostTokens) {
            return this;
        }
        return said(content.substring(0, mostTokens * CHARACTERS_PER_TOKEN), "length", promptTokens);
    }

    int totalTokens() {
        return promptTokens + completionTokens;
    }
}
