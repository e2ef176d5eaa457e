package io.leadscore.delta;

import io.leadscore.hubspot.HubSpotException;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LeaseHeldException;
import io.leadscore.ledger.RunLeases;
import io.leadscore.report.RunInProgressException;
import io.leadscore.report.RunReporter;
import io.leadscore.report.RunTally;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Runs the delta-scoring job: at most one run an account at a time, wherever it was started; a run that a killed
 * process left behind is recovered first and resumed. Thread-safe.
 */
public final class DeltaScoring {

    private static final Logger LOG = LoggerFactory.getLogger(DeltaScoring.class);

    private final Job job;
    private final JobOperator operator;
    private final Launcher launcher;
    private final JobRepository jobRepository;
    private final DeltaSettings settings;
    private final ScoringSettings scoring;
    private final AccountCheck accountCheck;
    private final AccountState accountState;
    private final RunLeases leases;
    private final LastExecution lastExecution;
    private final CleanStop cleanStop;
    private final RunTally tally;
    private final RunReporter reporter;
    private final InstantSource clock;
    private final UnfinishedRuns unfinishedRuns;

    DeltaScoring(
            Job job,
            JobOperator operator,
            JobRepository jobRepository,
            DeltaSettings settings,
            ScoringSettings scoring,
            AccountCheck accountCheck,
            AccountState accountState,
            RunLeases leases,
            LastExecution lastExecution,
            CleanStop cleanStop,
            RunTally tally,
            RunReporter reporter,
            InstantSource clock) {
        this.job = job;
        this.operator = operator;
        this.launcher = new Launcher(operator);
        this.jobRepository = jobRepository;
        this.settings = settings;
        this.scoring = scoring;
        this.accountCheck = accountCheck;
        this.accountState = accountState;
        this.leases = leases;
        this.lastExecution = lastExecution;
        this.cleanStop = cleanStop;
        this.tally = tally;
        this.reporter = reporter;
        this.clock = clock;
        this.unfinishedRuns = new UnfinishedRuns(lastExecution, jobRepository, settings, scoring, clock);
    }

    /**
     * Runs the job now and waits for its end. An unfinished run that was still pulling is resumed first; when that one
     * began a whole update interval ago, a fresh run follows it at once. What any other one left to be scored is scored
     * after what changed since is pulled.
     *
     * @throws RunInProgressException when another run is in progress; nothing was started
     * @throws AccountNotReadyException when the account lacks what is written or read; nothing was started
     * @throws HubSpotException when HubSpot cannot even be asked for that; nothing was started
     */
    public RunOutcome run(RunRequest request) {
        long portalId = accountCheck.portalId();
        return underLease(portalId, () -> {
            accountCheck.verify(portalId);
            JobExecution unfinished = request.dryRun() ? null : unfinishedRuns.resumable(portalId);
            return unfinished == null ? start(portalId, request) : resumeThenStart(portalId, unfinished, request);
        });
    }

    private RunOutcome resumeThenStart(long portalId, JobExecution unfinished, RunRequest request) {
        LOG.info("Resuming execution {}, which did not finish", unfinished.getId());
        RunOutcome resumed;
        try {
            resumed = resume(unfinished, request);
        } catch (JobExecutionException refused) {
            // Nothing is lost: the watermarks have not moved, so that a fresh run covers the same changes.
            LOG.warn("Execution {} cannot be resumed; starting afresh", unfinished.getId(), refused);
            return start(portalId, request);
        }
        // One that needs a person has something to tell, which the outcome of another run would hide.
        boolean ended = resumed.status() == RunOutcome.Status.COMPLETED;
        Instant began = RunParameters.of(unfinished).startedAt();
        boolean fresh = began.plus(settings.updateInterval()).isAfter(clock.instant());
        return ended && !fresh ? start(portalId, request) : resumed;
    }

    /**
     * Restarts an execution that failed or was stopped, where it left off, and waits for its end.
     *
     * @throws IllegalArgumentException when there is no such execution, or it cannot be restarted
     */
    public RunOutcome relaunch(long executionId, RunRequest request) {
        long portalId = accountCheck.portalId();
        return underLease(portalId, () -> {
            accountCheck.verify(portalId);
            JobExecution execution = find(executionId);
            refuseUnlessResumable(portalId, execution);
            return relaunched(execution, request);
        });
    }

    private void refuseUnlessResumable(long portalId, JobExecution execution) {
        String itsJob = execution.getJobInstance().getJobName();
        if (!itsJob.equals(DeltaJobConfiguration.JOB)) {
            throw new IllegalArgumentException("Execution " + execution.getId() + " is of " + itsJob
                    + ", which left nothing behind; run it again: scripts/leadscore run " + itsJob + ".");
        }
        RunParameters run = RunParameters.of(execution);
        if (run.portalId() != portalId) {
            throw new IllegalArgumentException("Execution " + execution.getId() + " is of account " + run.portalId()
                    + ", but HUBSPOT_ACCESS_TOKEN belongs to account " + portalId + ".");
        }
        JobExecution latest = jobRepository.getLastJobExecution(execution.getJobInstance());
        JobExecution decisive = latest == null ? execution : latest;
        if (!UnfinishedRuns.isUnfinished(decisive)) {
            throw new IllegalArgumentException("Execution " + decisive.getId() + " is " + decisive.getStatus()
                    + "; only a run that failed or was stopped, and was not finished since, can be relaunched.");
        }
        JobExecution last = lastExecution.of(portalId);
        if (last != null && last.getStatus() == BatchStatus.COMPLETED && last.getId() > decisive.getId()) {
            throw new IllegalArgumentException("Execution " + last.getId() + " is COMPLETED, and did what execution "
                    + decisive.getId() + " had left.");
        }
        if (!unfinishedRuns.hasTodaysProfile(run)) {
            throw new IllegalArgumentException("The scoring profile was edited since execution " + execution.getId()
                    + "; start a new run instead, which covers the same changes.");
        }
    }

    /** The id of the account's last execution, if it failed or was stopped; null otherwise. */
    public @Nullable Long lastFailed() {
        long portalId = accountCheck.portalId();
        return underLease(portalId, () -> {
            JobExecution last = lastExecution.of(portalId);
            return last != null && UnfinishedRuns.isUnfinished(last) ? Long.valueOf(last.getId()) : null;
        });
    }

    /** Whether the account's last run ended with its process, so that somebody has to recover it. */
    public boolean isOrphaned() {
        return leases.isOrphaned(accountCheck.portalId(), DeltaJobConfiguration.JOB);
    }

    /**
     * Asks a run, in whatever process it is, to end at its next chunk.
     *
     * @throws IllegalArgumentException when there is no such execution, or it is not running
     */
    public void stop(long executionId) {
        JobExecution execution = find(executionId);
        if (!execution.isRunning()) {
            throw new IllegalArgumentException(
                    "Execution " + executionId + " is not running; it is " + execution.getStatus() + ".");
        }
        // What JobOperator.stop would do, without closing the readers of steps that are still reading.
        execution.setStatus(BatchStatus.STOPPING);
        jobRepository.update(execution);
    }

    private <T extends @Nullable Object> T underLease(long portalId, Supplier<T> work) {
        cleanStop.runBegins();
        try {
            return leases.whileHeld(portalId, DeltaJobConfiguration.JOB, cleanStop::requestStop, () -> {
                recoverOrphans(portalId);
                return work.get();
            });
        } catch (LeaseHeldException held) {
            throw new RunInProgressException(
                    DeltaJobConfiguration.JOB, held.holder().name());
        } finally {
            cleanStop.runEnds();
        }
    }

    private RunOutcome start(long portalId, RunRequest request) {
        Instant now = clock.instant();
        String auditedAt = accountState.get(portalId, AdvanceWatermarks.LAST_AUDIT);
        boolean audit = auditedAt == null
                || Instant.parse(auditedAt).plus(settings.auditEvery()).isBefore(now)
                || Instant.parse(auditedAt).isAfter(now);
        RunParameters parameters = new RunParameters(
                portalId,
                now,
                request.dryRun(),
                audit,
                request.withActions(),
                scoring.profile().fingerprint(),
                request.dryRun() ? null : unfinishedRuns.pulledBy(portalId));
        tally.begin(request.progress());
        try {
            return outcome(launcher.start(job, parameters.toJobParameters()));
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("The job could not be started: " + refused.getMessage(), refused);
        }
    }

    private RunOutcome relaunched(JobExecution unfinished, RunRequest request) {
        try {
            return resume(unfinished, request);
        } catch (JobExecutionException refused) {
            LOG.warn("Execution {} cannot be relaunched", unfinished.getId(), refused);
            throw new IllegalArgumentException("Execution " + unfinished.getId()
                    + " cannot be relaunched; start a new run instead, which covers the same changes.");
        }
    }

    private RunOutcome resume(JobExecution unfinished, RunRequest request) throws JobExecutionException {
        tally.begin(request.progress());
        return outcome(launcher.restart(unfinished));
    }

    private RunOutcome outcome(JobExecution execution) {
        Throwable failure = execution.getStatus() == BatchStatus.FAILED ? RootCause.of(execution) : null;
        if (failure instanceof HubSpotException.Rejected) {
            accountCheck.forget(RunParameters.of(execution).portalId());
        }
        RunOutcome.Status status =
                switch (execution.getStatus()) {
                    case COMPLETED ->
                        tally.needs().isEmpty()
                                ? RunOutcome.Status.COMPLETED
                                : RunOutcome.Status.COMPLETED_NEEDS_PERSON;
                    case STOPPED, STOPPING -> RunOutcome.Status.STOPPED;
                    default -> RunOutcome.Status.FAILED;
                };
        return new RunOutcome(
                execution.getId(),
                RunParameters.of(execution).startedAt(),
                status,
                reporter.of(execution.getId()),
                tally.needs(),
                failure);
    }

    /** Under the lease nobody else runs the job, so whatever still says that it runs was left behind. */
    private void recoverOrphans(long portalId) {
        for (JobExecution orphan : jobRepository.findRunningJobExecutions(DeltaJobConfiguration.JOB)) {
            if (RunParameters.of(orphan).portalId() == portalId) {
                LOG.warn("Recovering execution {}, whose process ended without finishing it", orphan.getId());
                // The other way round, a process killed in between would leave a report that never ends.
                reporter.recovered(orphan.getId());
                operator.recover(orphan);
            }
        }
    }

    private JobExecution find(long executionId) {
        try {
            JobExecution execution = jobRepository.getJobExecution(executionId);
            if (execution != null) {
                return execution;
            }
        } catch (EmptyResultDataAccessException unknown) {
            LOG.debug("The job repository does not know execution {}", executionId);
        }
        throw new IllegalArgumentException("There is no execution " + executionId + ".");
    }
}
