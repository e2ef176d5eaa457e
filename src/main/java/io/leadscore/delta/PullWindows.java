package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Watermarks;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;

/** What each type's pull covers in a run. The same in every execution of it, since what it goes by moves only at its end. */
final class PullWindows {

    private final DeltaSettings settings;
    private final Watermarks watermarks;
    private final PulledSignals pulledSignals;
    private final JobRepository jobRepository;

    PullWindows(
            DeltaSettings settings, Watermarks watermarks, PulledSignals pulledSignals, JobRepository jobRepository) {
        this.settings = settings;
        this.watermarks = watermarks;
        this.pulledSignals = pulledSignals;
        this.jobRepository = jobRepository;
    }

    PullWindow of(RunParameters run, ObjectType type) {
        Instant confirmed = watermarks.confirmed(run.portalId(), type);
        JobExecution before = run.pulledBy() == null ? null : jobRepository.getJobExecution(run.pulledBy());
        Instant pulled = before == null ? null : pulled(before, type);
        if (before != null && pulled != null && (confirmed == null || pulled.isAfter(confirmed))) {
            // An audit that it made need not be made again.
            boolean audit = run.audit() && !RunParameters.of(before).audit();
            return PullWindow.after(pulled, lookBack(audit));
        }
        PullWindow window = PullWindow.after(confirmed, lookBack(run.audit()));
        return pulledSignals.areComplete(run.portalId(), type) ? window : window.refilled();
    }

    private Duration lookBack(boolean audit) {
        return audit ? settings.auditWindow() : settings.overlap();
    }

    /** When an unfinished run, which this one takes over from, began to pull the type; null when it showed nothing. */
    private @Nullable Instant pulled(JobExecution before, ObjectType type) {
        Scans scans = Scans.of(jobRepository, before);
        return scans.empty().contains(type) ? null : scans.startedAt().get(type);
    }
}
