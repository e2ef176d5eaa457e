package io.leadscore.ai;

import com.openai.core.MultipartField;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.batches.BatchRetrieveParams;
import com.openai.models.files.FileContentParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileDeleteParams;
import com.openai.models.files.FilePurpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's Batch API, each call a single attempt. Thread-safe. */
final class Batches {

    private final Server server;

    Batches(Server server) {
        this.server = server;
    }

    /** How far a batch is. */
    enum State {
        WAITING,
        COMPLETED,
        /** Failed, expired or cancelled; an expired one may have answers. */
        FAILED
    }

    /**
     * A batch, as the server sees it.
     *
     * @param state how far it is
     * @param word the server's own word for it, of harmless characters
     * @param output id of the file of answers; null when there is none
     * @param errors id of the file of requests that failed; null when there is none
     */
    record Progress(
            State state,
            String word,
            @Nullable String output,
            @Nullable String errors) {}

    /** Uploads lines of requests, and says the file's id. */
    String upload(String lines, Duration timeout) {
        FileCreateParams params = FileCreateParams.builder()
                .purpose(FilePurpose.BATCH)
                .file(MultipartField.<InputStream>builder()
                        .value(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))
                        .filename("fit-profiles.jsonl")
                        .build())
                .build();
        return server.call(
                client -> client.files().create(params, Server.within(timeout)).id());
    }

    /** Makes a batch of a file, and says the batch's id. */
    String create(String file, Duration timeout) {
        BatchCreateParams params = BatchCreateParams.builder()
                .inputFileId(file)
                .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                .completionWindow(BatchCreateParams.CompletionWindow._24H)
                .build();
        return server.call(client ->
                client.batches().create(params, Server.within(timeout)).id());
    }

    /** Looks how far a batch is. */
    Progress look(String batch, Duration timeout) {
        return server.call(client -> {
            Batch seen = client.batches()
                    .retrieve(BatchRetrieveParams.builder().batchId(batch).build(), Server.within(timeout));
            String word = seen.status().asString().replaceAll("[^a-z_]", "");
            return new Progress(
                    state(word),
                    word,
                    seen.outputFileId().orElse(null),
                    seen.errorFileId().orElse(null));
        });
    }

    private static State state(String word) {
        return switch (word) {
            case "completed" -> State.COMPLETED;
            case "failed", "expired", "cancelled" -> State.FAILED;
            default -> State.WAITING;
        };
    }

    /** The lines of a file. */
    List<String> read(String file, Duration timeout) {
        FileContentParams params = FileContentParams.builder().fileId(file).build();
        return server.call(client -> {
            try (var response = client.files().content(params, Server.within(timeout))) {
                return new String(response.body().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException broken) {
                throw new FailedCall(FailedCall.Kind.SILENT, "broke the connection", null);
            }
        });
    }

    /** Deletes a file if it is there; that it stays is no trouble. */
    void delete(@Nullable String file, Duration timeout) {
        if (file == null) {
            return;
        }
        try {
            server.call(client -> client.files()
                    .delete(FileDeleteParams.builder().fileId(file).build(), Server.within(timeout)));
        } catch (FailedCall stays) {
            // The server keeps what it was sent: enumerated facts only.
            return;
        }
    }
}
