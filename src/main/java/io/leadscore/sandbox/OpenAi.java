package io.leadscore.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The sandbox's OpenAI side: how its model behaves, and what it was asked. Transport faults are set in
 * {@link Sandbox#faults} with paths under {@code /openai/v1}. Every setting may change while calls run. Thread-safe.
 */
public final class OpenAi {

    static final String PATH = "/openai/v1";
    static final String KEY = "sk-sandbox";

    private final AiConduct conduct;
    private final BatchPace pace;
    private final AiRecord record;
    private final AiFiles files;
    private final Traffic traffic;

    OpenAi(AiConduct conduct, BatchPace pace, AiRecord record, AiFiles files, Traffic traffic) {
        this.conduct = conduct;
        this.pace = pace;
        this.record = record;
        this.files = files;
        this.traffic = traffic;
    }

    /**
     * One request, as it came in.
     *
     * @param path undecoded, such as {@code /openai/v1/chat/completions}
     * @param body the whole body; of an upload with its multipart frame
     */
    public record Request(String method, String path, String body) {}

    /** Behaves like this from now on, and forgets what {@link #behaveNext} planned. */
    public void behave(AiBehaviour behaviour) {
        conduct.stand(behaviour);
    }

    /**
     * Behaves like this for the next so many chat completions, responses and lines of batches, after those planned
     * before. Embeddings follow {@link #behave} alone.
     */
    public void behaveNext(AiBehaviour behaviour, int times) {
        conduct.plan(behaviour, times);
    }

    /**
     * What it does not know from now on and refuses with 400, as servers do that almost speak OpenAI: parameters of a chat
     * completion or of embeddings ({@code max_completion_tokens}), or types of a response format ({@code json_schema}).
     */
    public void doNotKnow(String... words) {
        conduct.unknown(Set.of(words));
    }

    /** How long {@link AiBehaviour#HANG} lasts: an hour unless set. Closing the sandbox ends it. */
    public void hangFor(Duration duration) {
        conduct.hangFor(duration);
    }

    /** What a 429 by a rate limit asks the client to wait: a second unless set. */
    public void askToRetryAfter(Duration duration) {
        conduct.retryAfter(duration);
    }

    /** Whether the key is refused with 401. */
    public void revokeKey(boolean revoked) {
        conduct.keyRevoked(revoked);
    }

    /** Whether everything that costs is refused with 429 {@code insufficient_quota}. */
    public void exhaustQuota(boolean exhausted) {
        conduct.quotaExhausted(exhausted);
    }

    /** How many GETs see a batch {@code in_progress} before one sees it completed: none unless set. */
    public void completeBatchesAfterGets(int gets) {
        pace.take(gets);
    }

    /** How long, by the sandbox's clock, a batch is {@code in_progress} at least: no time unless set. */
    public void completeBatchesAfter(Duration duration) {
        pace.take(duration);
    }

    /**
     * Whether batches end as {@code expired}, with half of their lines answered, where they would complete. Without
     * this they expire a day after they were made.
     */
    public void expireBatches(boolean early) {
        pace.expiring(early);
    }

    /** Its calls, apart from HubSpot's; all of {@link Family#EXEMPT}. */
    public Traffic traffic() {
        return traffic;
    }

    /** Every request since the start or the last {@link #clear}, refused ones included, in the order of arrival. */
    public List<Request> requests() {
        return record.requests();
    }

    /** The bodies sent to one path, as {@code POST /openai/v1/chat/completions}; {@code *} stands for anything. */
    public List<String> bodies(String call) {
        CallPattern pattern = CallPattern.of(call);
        return record.requests().stream()
                .filter(request -> pattern.matches(request.method, request.path))
                .map(Request::body)
                .toList();
    }

    /** How many profiles the model was given to judge; those of a batch count when it judges them. */
    public int profilesAsked() {
        return record.profiles();
    }

    /** The names of the files that are stored, uploaded and made, oldest first. */
    public List<String> fileNames() {
        return files.all().stream().map(AiFile::name).toList();
    }

    /** Forgets what was recorded; files, batches and behaviour stay. */
    public void clear() {
        record.clear();
        traffic.clear();
    }
}
