package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What the pull steps of a job instance noted, also those that an earlier execution of it completed. */
final class Scans {

    /** HubSpot's time when a scan began, which becomes the watermark. */
    static final String STARTED_AT = "pull.scan-started-at";
    /** The newest modified time that a scan saw. */
    static final String NEWEST = "pull.newest";

    /** Rows dated further ahead than this are wrong, not skewed. */
    private static final Duration MOST_SKEW = Duration.ofHours(24);

    private final Map<ObjectType, ExecutionContext> contexts = new EnumMap<>(ObjectType.class);

    private Scans() {}

    static Scans of(JobRepository jobRepository, JobExecution execution) {
        Scans scans = new Scans();
        for (ObjectType type : ObjectType.values()) {
            StepExecution pull =
                    jobRepository.getLastStepExecution(execution.getJobInstance(), DeltaJobConfiguration.pull(type));
            if (pull != null) {
                scans.contexts.put(type, pull.getExecutionContext());
            }
        }
        return scans;
    }

    /** When each type's scan began, by HubSpot's clock; without the types that were left out. */
    Map<ObjectType, Instant> startedAt() {
        Map<ObjectType, Instant> started = new EnumMap<>(ObjectType.class);
        contexts.forEach((type, context) -> {
            if (context.containsKey(STARTED_AT)) {
                started.put(type, Instant.parse(context.getString(STARTED_AT)));
            }
        });
        return started;
    }

    /** The types of which a scan showed no record. */
    Set<ObjectType> empty() {
        Set<ObjectType> empty = EnumSet.noneOf(ObjectType.class);
        contexts.forEach((type, context) -> {
            if (!context.containsKey(NEWEST)) {
                empty.add(type);
            }
        });
        return empty;
    }

    /**
     * An instant that no pulled fact is later than: now, or what HubSpot calls now when its clock is ahead of ours. A
     * fact from "the future" would not be known yet, and its touch would be lost.
     */
    Instant asOf(Instant now) {
        Instant latest = now;
        for (ExecutionContext context : contexts.values()) {
            if (context.containsKey(NEWEST)) {
                Instant newest = Instant.parse(context.getString(NEWEST));
                if (newest.isAfter(latest) && newest.isBefore(now.plus(MOST_SKEW))) {
                    latest = newest;
                }
            }
        }
        return latest;
    }
}
