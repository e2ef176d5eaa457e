package io.leadscore.hubspot;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of HubSpot since the start, and the limits in force.
 *
 * @param calls requests sent, repeated ones included, by API family: {@code search}, {@code objects}, {@code writes},
 *     {@code associations}, {@code properties}, {@code pipelines}, {@code account}
 * @param rateLimited answers 429
 * @param retries requests that repeated an earlier one
 * @param waited time that all threads together waited for the limits
 * @param burstLimit calls per burst window, set or learnt
 * @param searchLimit searches per second
 * @param dailyLimit calls per day for the whole account; null when HubSpot did not say
 * @param dailyRemaining what was left of them at the last answer; null when HubSpot did not say
 */
public record ApiUsage(
        Map<String, Long> calls,
        long rateLimited,
        long retries,
        Duration waited,
        int burstLimit,
        int searchLimit,
        @Nullable Long dailyLimit,
        @Nullable Long dailyRemaining) {

    public ApiUsage {
        calls = Map.copyOf(calls);
    }

    /** All calls together. */
    public long totalCalls() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }
}
