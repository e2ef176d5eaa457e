package io.leadscore.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One batch and how far it came. Not thread-safe: {@link AiBatches} guards it. */
final class AiBatch {

    private static final Duration LIFE = Duration.ofHours(24);

    private final String id;
    private final Order order;
    private final Instant createdAt;
    private final Map<BatchStatus, Instant> reached = new EnumMap<>(BatchStatus.class);
    private BatchStatus status = BatchStatus.VALIDATING;
    private int looks;
    private int answered;
    private int failed;
    private @Nullable String outputFileId;
    private @Nullable String errorFileId;

    /** What was ordered. */
    record Order(
            String endpoint,
            String inputFileId,
            BatchLines input,
            @Nullable JsonNode metadata) {}

    AiBatch(String id, Order order, Instant createdAt) {
        this.id = id;
        this.order = order;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    Order order() {
        return order;
    }

    BatchStatus status() {
        return status;
    }

    /** Counts a look at it, and says how many there were. */
    int look() {
        return ++looks;
    }

    Duration age(Instant now) {
        return Duration.between(createdAt, now);
    }

    boolean isTooOld(Instant now) {
        return age(now).compareTo(LIFE) >= 0;
    }

    void reach(BatchStatus next, Instant now) {
        status = next;
        reached.put(next, now);
    }

    void close(int answeredLines, int failedLines, @Nullable String outputFile, @Nullable String errorFile) {
        answered = answeredLines;
        failed = failedLines;
        outputFileId = outputFile;
        errorFileId = errorFile;
    }

    Map<String, @Nullable Object> json() {
        List<Map<String, @Nullable Object>> problems = order.input().problems();
        boolean invalid = status == BatchStatus.FAILED;
        return Json.object(
                "id", id,
                "object", "batch",
                "endpoint", order.endpoint(),
                "errors", invalid ? Json.object("object", "list", "data", problems) : null,
                "input_file_id", order.inputFileId(),
                "completion_window", "24h",
                "status", status.code(),
                "output_file_id", outputFileId,
                "error_file_id", errorFileId,
                "created_at", createdAt.getEpochSecond(),
                "in_progress_at", seconds(BatchStatus.IN_PROGRESS),
                "expires_at", createdAt.plus(LIFE).getEpochSecond(),
                "finalizing_at", seconds(BatchStatus.COMPLETED),
                "completed_at", seconds(BatchStatus.COMPLETED),
                "failed_at", seconds(BatchStatus.FAILED),
                "expired_at", seconds(BatchStatus.EXPIRED),
                "cancelling_at", seconds(BatchStatus.CANCELLING),
                "cancelled_at", seconds(BatchStatus.CANCELLED),
                "request_counts",
                        Map.of("total", order.input().lines().size(), "completed", answered, "failed", failed),
                "metadata", order.metadata());
    }

    private @Nullable Long seconds(BatchStatus when) {
        Instant instant = reached.get(when);
        return instant == null ? null : instant.getEpochSecond();
    }
}
