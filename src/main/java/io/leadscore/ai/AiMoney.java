package io.leadscore.ai;

/**
 * What the AI costs, and what it may cost, in US dollars. A dollar for a million tokens is a millionth of a dollar for
 * each.
 *
 * @param dailyBudget for a day in UTC; nothing that could cost more is asked
 * @param inputPrice of a million tokens of questions
 * @param outputPrice of a million tokens of answers
 * @param embeddingPrice of a million tokens that are turned into vectors
 * @param batchDiscount which part of the price the Batch API takes off, 0 to 1
 */
public record AiMoney(
        double dailyBudget, double inputPrice, double outputPrice, double embeddingPrice, double batchDiscount) {

    public static final AiMoney DEFAULT = new AiMoney(10, 2, 8, 0.02, 0.5);

    private static final double MICRO = 1e6;
    private static final double MANY = 1e6;

    public AiMoney {
        Limits.between(dailyBudget, 0, MANY, "daily-budget");
        Limits.between(inputPrice, 0, MANY, "input-price");
        Limits.between(outputPrice, 0, MANY, "output-price");
        Limits.between(embeddingPrice, 0, MANY, "embedding-price");
        Limits.between(batchDiscount, 0, 1, "batch-discount");
    }

    /** The budget in millionths of a dollar. */
    long budgetMicros() {
        return (long) Math.floor(dailyBudget * MICRO);
    }

    /** What an analysis costs, in millionths of a dollar, rounded up. */
    long analysis(long promptTokens, long completionTokens) {
        return (long) Math.ceil(promptTokens * inputPrice + completionTokens * outputPrice);
    }

    /** The same by the Batch API. */
    long batched(long promptTokens, long completionTokens) {
        return (long) Math.ceil((promptTokens * inputPrice + completionTokens * outputPrice) * (1 - batchDiscount));
    }

    /** What vectors cost, in millionths of a dollar, rounded up. */
    long embedding(long tokens) {
        return (long) Math.ceil(tokens * embeddingPrice);
    }
}
