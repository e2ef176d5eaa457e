package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * What becomes of a run that failed, was stopped or killed. One that was still pulling is resumed, since each page that it
 * read is won. One that had pulled everything is not: whatever it left to be scored stays touched in the ledger, so that a
 * fresh run pulls what changed since and scores both, however often runs are killed while they score.
 */
record UnfinishedRuns(
        LastExecution lastExecution,
        JobRepository jobRepository,
        DeltaSettings settings,
        ScoringSettings scoring,
        InstantSource clock) {

    /** The account's last run if it is to be resumed; null otherwise. */
    @Nullable
    JobExecution resumable(long portalId) {
        JobExecution last = lastExecution.of(portalId);
        if (last == null || !isUnfinished(last) || hasPulledAll(last)) {
            return null;
        }
        RunParameters parameters = RunParameters.of(last);
        Duration age = Duration.between(parameters.startedAt(), clock.instant());
        boolean young = !age.isNegative() && age.compareTo(settings.resumeWithin()) <= 0;
        return young && !parameters.dryRun() && hasTodaysProfile(parameters) ? last : null;
    }

    /** The id of the account's last run if it ended after it had pulled everything and before it was done; else null. */
    @Nullable
    Long pulledBy(long portalId) {
        JobExecution last = lastExecution.of(portalId);
        return last != null && isUnfinished(last) && hasTodaysProfile(RunParameters.of(last)) && hasPulledAll(last)
                ? Long.valueOf(last.getId())
                : null;
    }

    /** With another profile, other properties would have had to be pulled. */
    boolean hasTodaysProfile(RunParameters run) {
        return run.profile().equals(scoring.profile().fingerprint());
    }

    static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus() == BatchStatus.FAILED || execution.getStatus() == BatchStatus.STOPPED;
    }

    private boolean hasPulledAll(JobExecution execution) {
        return Arrays.stream(ObjectType.values()).allMatch(type -> {
            StepExecution pull =
                    jobRepository.getLastStepExecution(execution.getJobInstance(), DeltaJobConfiguration.pull(type));
            return pull != null && pull.getStatus() == BatchStatus.COMPLETED;
        });
    }
}
