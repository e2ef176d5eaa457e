package io.leadscore.delta;

import io.leadscore.ledger.RunReport;
import io.leadscore.report.Needed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param executionId the job execution's id
 * @param begunAt when the run began, of which it may be the last of several executions
 * @param status how it ended
 * @param report what it did
 * @param needs what needs a person since the run began
 * @param failure why it failed; null unless it did
 */
public record RunOutcome(
        long executionId,
        Instant begunAt,
        Status status,
        RunReport report,
        List<Needed> needs,
        @Nullable Throwable failure) {

    public RunOutcome {
        needs = List.copyOf(needs);
    }

    /** Whether everything was done. */
    public boolean isDone() {
        return status == Status.COMPLETED || status == Status.COMPLETED_NEEDS_PERSON;
    }

    /** What was done, in a line: {@code read 12, scored 3, written 2, rejected 0, requests 11}. */
    public String summary() {
        Map<String, Long> counts = report.counts();
        long read = counts.entrySet().stream()
                .filter(count -> count.getKey().endsWith(" read"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "read " + read
                + ", scored " + counts.getOrDefault("leads scored", 0L)
                + ", written " + counts.getOrDefault("leads written", 0L)
                + ", rejected " + counts.getOrDefault("leads rejected", 0L)
                + ", requests " + counts.getOrDefault("requests in all", 0L);
    }

    /** Why the run failed, in a sentence that quotes no data; empty unless it did. */
    public String failureSentence() {
        return failure == null ? "" : sentence(failure);
    }

    /** What may be told of a failure: nothing that could quote data. */
    public static String sentence(Throwable failure) {
        return RootCause.sentence(failure);
    }

    /** How a run can end. */
    public enum Status {
        /** Everything was done. */
        COMPLETED,
        /** Everything was done, but something new needs a person; {@link RunOutcome#needs} says what. */
        COMPLETED_NEEDS_PERSON,
        /** Something failed; the next run covers the same window again. */
        FAILED,
        /** It was stopped at a chunk's end; the next run goes on from there. */
        STOPPED
    }
}
