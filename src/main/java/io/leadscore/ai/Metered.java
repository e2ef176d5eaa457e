package io.leadscore.ai;

/** An answer that says what it took. */
interface Metered {

    /** Tokens of the question; -1 when it did not say. */
    long promptTokens();

    /** Tokens of the answer; -1 when it did not say. */
    long completionTokens();
}
