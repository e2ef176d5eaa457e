package io.leadscore.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the AI is asked.
 *
 * @param profilesPerRequest fit profiles in one request, 1 to 100
 * @param answerTokens most tokens of the answer for each profile, 100 to 10,000
 * @param temperature how much chance there is in an answer, 0 to 2; null: not said, for models that do not let one say
 * @param concurrency requests on their way at once, 1 to 64
 * @param perMinute requests a minute, 1 or more
 * @param tokensPerMinute tokens a minute, 1,000 or more
 * @param timeout longest wait for an answer
 * @param batchAbove from more unknown profiles on they are asked about by the Batch API; 0: never
 * @param embeddingsPerRequest profiles that are turned into vectors by one request, 1 to 2,000
 * @param failures after so many in a row nothing is asked for a while, 1 to 100
 * @param rest how long
 */
public record AiRequests(
        int profilesPerRequest,
        int answerTokens,
        @Nullable Double temperature,
        int concurrency,
        int perMinute,
        int tokensPerMinute,
        Duration timeout,
        int batchAbove,
        int embeddingsPerRequest,
        int failures,
        Duration rest) {

    public static final AiRequests DEFAULT = new AiRequests(
            25, 180, 0.0, 8, 500, 450_000, Duration.ofSeconds(90), 5_000, 1_000, 5, Duration.ofMinutes(5));

    private static final int MANY = 1_000_000_000;

    public AiRequests {
        Limits.between(profilesPerRequest, 1, 100, "profiles-per-request");
        Limits.between(answerTokens, 100, 10_000, "answer-tokens");
        if (temperature != null) {
            Limits.between(temperature, 0, 2, "temperature");
        }
        Limits.between(concurrency, 1, 64, "concurrency");
        Limits.between(perMinute, 1, MANY, "requests-per-minute");
        Limits.between(tokensPerMinute, 1_000, MANY, "tokens-per-minute");
        Limits.positive(timeout, "request-timeout");
        Limits.between(batchAbove, 0, MANY, "batch-above");
        Limits.between(embeddingsPerRequest, 1, 2_000, "embeddings-per-request");
        Limits.between(failures, 1, 100, "failures");
        Limits.positive(rest, "rest");
    }
}
