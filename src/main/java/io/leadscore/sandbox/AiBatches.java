package io.leadscore.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The batches of the OpenAI account. A batch moves on when somebody looks at it. Thread-safe. */
final class AiBatches {

    private final InstantSource clock;
    private final AiFiles files;
    private final Map<String, ModelCall> calls;
    private final BatchPace pace;
    private final AiConduct conduct;
    private final Map<String, AiBatch> batches = new LinkedHashMap<>();

    /** @param calls what answers the lines, by path, such as {@code /embeddings} */
    AiBatches(InstantSource clock, AiFiles files, Map<String, ModelCall> calls, BatchPace pace, AiConduct conduct) {
        this.clock = clock;
        this.files = files;
        this.calls = calls;
        this.pace = pace;
        this.conduct = conduct;
    }

    boolean answers(String endpoint) {
        return endpoint.startsWith("/v1/") && calls.containsKey(path(endpoint));
    }

    @Nullable
    AiFile file(String id) {
        return files.find(id);
    }

    synchronized Map<String, @Nullable Object> add(AiBatch.Order order) {
        AiBatch batch = new AiBatch("batch_sandbox" + (batches.size() + 1), order, clock.instant());
        batches.put(batch.id(), batch);
        return batch.json();
    }

    /** How a batch stands now; null when there is none of this id. */
    synchronized @Nullable Map<String, @Nullable Object> look(String id) {
        AiBatch batch = batches.get(id);
        if (batch == null) {
            return null;
        }
        if (!batch.status().last()) {
            moveOn(batch, clock.instant());
        }
        return batch.json();
    }

    /** Begins to cancel a batch; null when there is none of this id; 400 when it is over. */
    synchronized @Nullable Map<String, @Nullable Object> cancel(String id) {
        AiBatch batch = batches.get(id);
        if (batch == null) {
            return null;
        }
        OpenAiProblem.require(
                !batch.status().last(),
                "Cannot cancel a batch with status '" + batch.status().code() + "'.",
                null);
        batch.reach(BatchStatus.CANCELLING, clock.instant());
        return batch.json();
    }

    /** All batches, newest first. */
    synchronized List<Map<String, @Nullable Object>> all() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        batches.values().forEach(batch -> all.add(batch.json()));
        Collections.reverse(all);
        return all;
    }

    private void moveOn(AiBatch batch, Instant now) {
        if (batch.status() == BatchStatus.CANCELLING) {
            batch.reach(BatchStatus.CANCELLED, now);
            return;
        }
        if (!batch.order().input().problems().isEmpty()) {
            batch.reach(BatchStatus.FAILED, now);
            return;
        }
        if (batch.status() == BatchStatus.VALIDATING) {
            batch.reach(BatchStatus.IN_PROGRESS, now);
        }
        int lines = batch.order().input().lines().size();
        boolean over = pace.isOver(batch.look(), batch.age(now)) && conduct.standing() != AiBehaviour.HANG;
        if (batch.isTooOld(now) || (over && pace.expiring())) {
            finish(batch, lines / 2);
            batch.reach(BatchStatus.EXPIRED, now);
        } else if (over) {
            finish(batch, lines);
            batch.reach(BatchStatus.COMPLETED, now);
        }
    }

    /** Answers so many of the lines; the others are too late. */
    private void finish(AiBatch batch, int answered) {
        ModelCall call = Objects.requireNonNull(calls.get(path(batch.order().endpoint())));
        List<String> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        int number = 0;
        for (BatchLines.Line line : batch.order().input().lines()) {
            number++;
            String id = batch.id() + "_" + number;
            if (number > answered) {
                failed.add(Json.text(tooLate(id, line)));
            } else {
                JsonReply reply = call.lineReply(line.body());
                (reply.status() < 400 ? done : failed).add(Json.text(result(id, line, reply)));
            }
        }
        // Nobody may rely on the order of the lines.
        Collections.reverse(done);
        batch.close(
                done.size(), failed.size(), store(batch.id() + "_output", done), store(batch.id() + "_error", failed));
    }

    private @Nullable String store(String name, List<String> lines) {
        return lines.isEmpty()
                ? null
                : files.add(name + ".jsonl", "batch_output", String.join("\n", lines) + "\n")
                        .id();
    }

    private static Map<String, @Nullable Object> result(String id, BatchLines.Line line, JsonReply reply) {
        return Json.object(
                "id",
                "batch_req_" + id,
                "custom_id",
                line.customId(),
                "response",
                Json.object("status_code", reply.status(), "request_id", "req_" + id, "body", reply.body()),
                "error",
                null);
    }

    private static Map<String, @Nullable Object> tooLate(String id, BatchLines.Line line) {
        return Json.object(
                "id",
                "batch_req_" + id,
                "custom_id",
                line.customId(),
                "response",
                null,
                "error",
                Json.object(
                        "code",
                        "batch_expired",
                        "message",
                        "This request could not be executed before the completion window expired."));
    }

    private static String path(String endpoint) {
        return endpoint.substring("/v1".length());
    }
}
