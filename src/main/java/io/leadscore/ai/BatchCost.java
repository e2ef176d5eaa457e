package io.leadscore.ai;

import io.leadscore.ledger.AiUse;

/** Adds up what the replies of a batch took. Not thread-safe. */
final class BatchCost {

    private long replies;
    private long promptTokens;
    private long completionTokens;
    private boolean isKnown = true;

    void add(Completion completion) {
        replies++;
        promptTokens += Math.max(0, completion.promptTokens());
        completionTokens += Math.max(0, completion.completionTokens());
        isKnown &= completion.promptTokens() >= 0 && completion.completionTokens() >= 0;
    }

    /** What the batch took: where a reply does not say it, what was reserved. */
    AiUse use(AiMoney money, long reservedMicroDollars) {
        long micros = isKnown ? money.batched(promptTokens, completionTokens) : reservedMicroDollars;
        return new AiUse(replies, promptTokens, completionTokens, micros);
    }
}
