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
        Duration lookBack = run.audit() ? settings.auditWindow() : settings.overlap();
        Instant confirmed = watermarks.confirmed(run.portalId(), type);
        Instant pulled = pulledBefore(run, type);
        if (pulled != null && (confirmed == null || pulled.isAfter(confirmed))) {
            return PullWindow.after(pulled, lookBack);
        }
        PullWindow window = PullWindow.after(confirmed, lookBack);
        return pulledSignals.areComplete(run.portalId(), type) ? window : window.refilled();
    }

    /** When the unfinished run that this one takes over from began to pull the type; null without one. */
    private @Nullable Instant pulledBefore(RunParameters run, ObjectType type) {
        if (run.pulledBy() == null) {
            return null;
        }
        JobExecution before = jobRepository.getJobExecution(run.pulledBy());
        if (before == null) {
            return null;
        }
        Scans scans = Scans.of(jobRepository, before);
        return scans.empty().contains(type) ? null : scans.startedAt().get(type);
    }
}
