package io.leadscore.ledger;

/**
 * What asking the AI took. Differences of such are negative.
 *
 * @param requests requests that were sent
 * @param promptTokens tokens of questions
 * @param completionTokens tokens of answers
 * @param microDollars millionths of a US dollar
 */
public record AiUse(long requests, long promptTokens, long completionTokens, long microDollars) {

    /** Nothing. */
    public static final AiUse NONE = new AiUse(0, 0, 0, 0);
}
