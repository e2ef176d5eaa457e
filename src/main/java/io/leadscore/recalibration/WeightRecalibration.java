package io.leadscore.recalibration;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Recalibration;
import io.leadscore.learning.RecalibrationOptions;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.WeightSets;
import io.leadscore.report.ReferenceClock;
import io.leadscore.report.RunInProgressException;
import io.leadscore.report.RunReporter;
import io.leadscore.report.RunTally;
import io.leadscore.report.WrongClockException;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Runs the weekly job: at most one run an account at a time, wherever it was started. A run that was killed left
 * nothing half done, for it writes at its end, in one transaction; it is simply run again. Thread-safe.
 */
public final class WeightRecalibration {

    private static final Logger LOG = LoggerFactory.getLogger(WeightRecalibration.class);

    /** Key of the account's state: when its last run that ended well began. */
    static final String LAST = "weight-recalibration.last";

    /** Key of the account's state: when its last run began, however it ended. */
    static final String ATTEMPT = "weight-recalibration.attempt";

    private final Job job;
    private final JobOperator operator;
    private final JobRepository jobRepository;
    private final RecalibrationSettings settings;
    private final Bench bench;
    private final RunTally tally;
    private final WeightSets weightSets;
    private final AccountState accountState;
    private final OneAtATime lease;
    private final RunReporter reporter;
    private final ReferenceClock referenceClock;
    private final InstantSource clock;

    WeightRecalibration(
            Job job,
            JobOperator operator,
            JobRepository jobRepository,
            RecalibrationSettings settings,
            Bench bench,
            RunTally tally,
            WeightSets weightSets,
            AccountState accountState,
            OneAtATime lease,
            RunReporter reporter,
            ReferenceClock referenceClock,
            InstantSource clock) {
        this.job = job;
        this.operator = operator;
        this.jobRepository = jobRepository;
        this.settings = settings;
        this.bench = bench;
        this.tally = tally;
        this.weightSets = weightSets;
        this.accountState = accountState;
        this.lease = lease;
        this.reporter = reporter;
        this.referenceClock = referenceClock;
        this.clock = clock;
    }

    /**
     * Whether an account's last run is a whole interval ago, or of before an edit of the profile that lost something that
     * was learnt, and none failed within a day; false before its leads were ever scored.
     */
    public boolean isDue(long portalId) {
        WeightSet live = weightSets.live(portalId);
        if (live == null) {
            return false;
        }
        Instant last = accountState.instant(portalId, LAST);
        return new Rhythm(settings.retrainInterval())
                .isDue(
                        last,
                        accountState.instant(portalId, ATTEMPT),
                        last != null && isBeforeLoss(last, live),
                        clock.instant());
    }

    private static boolean isBeforeLoss(Instant run, WeightSet live) {
        CarriedOver carried = live.provenance().carriedOver();
        return carried != null && carried.asksForLearning() && run.isBefore(carried.at());
    }

    /** Whether an account's last run ended with its process, so that somebody has to recover it. */
    public boolean isOrphaned(long portalId) {
        return lease.isOrphaned(portalId);
    }

    /**
     * Runs the job now and waits for its end.
     *
     * @throws RunInProgressException when another run is in progress; nothing was started
     * @throws WrongClockException when our clock is more than five minutes off HubSpot's; nothing was started
     * @throws NothingToRecalibrateException when there is no weight set yet, or the profile was edited since the last
     *     delta run; nothing was started
     */
    public RecalibrationOutcome run(long portalId, RecalibrationRequest request) {
        String difference = ReferenceClock.difference(referenceClock.ahead(), "nothing was learnt");
        if (difference != null) {
            throw new WrongClockException(difference);
        }
        return lease.whileHeld(portalId, () -> {
            recoverOrphans(portalId);
            return underLease(portalId, request);
        });
    }

    private RecalibrationOutcome underLease(long portalId, RecalibrationRequest request) {
        WeightSet live = weightSets.live(portalId);
        if (live == null) {
            throw new NothingToRecalibrateException("The leads of account " + portalId + " were never scored.");
        }
        if (!settings.isAskedOf(live)) {
            throw new NothingToRecalibrateException(
                    "The scoring profile or LEAD_SCORE_MODEL_VERSION was edited since the last delta run.");
        }
        RecalibrationOptions options = request.history() == null
                ? settings.options()
                : settings.options().withHistory(request.history());
        bench.begin(options, live);
        tally.begin(request.progress());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!request.dryRun()) {
            accountState.put(portalId, ATTEMPT, now.toString(), now);
        }
        RunParameters parameters = new RunParameters(portalId, now, request.dryRun());
        JobExecution execution;
        try {
            execution = operator.start(job, parameters.toJobParameters());
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("The job could not be started: " + refused.getMessage(), refused);
        }
        return outcome(portalId, execution);
    }

    private RecalibrationOutcome outcome(long portalId, JobExecution execution) {
        boolean completed = execution.getStatus() == BatchStatus.COMPLETED;
        Recalibration result = bench.result();
        Assessment assessment = completed && result != null ? result.assessment() : null;
        WeightSet live = weightSets.live(portalId);
        long liveId = live == null ? 0 : live.id();
        Throwable failure = completed ? null : RunReportListener.rootOfFailure(execution);
        if (failure != null) {
            LOG.error("weight-recalibration {} failed", execution.getId(), failure);
        }
        return new RecalibrationOutcome(
                reporter.of(execution.getId()), assessment, bench.candidateId(), liveId, failure);
    }

    /** Under the lease nobody else runs the job, so whatever still says that it runs was left behind. */
    private void recoverOrphans(long portalId) {
        for (JobExecution orphan : jobRepository.findRunningJobExecutions(RecalibrationConfiguration.JOB)) {
            if (RunParameters.of(orphan).portalId() == portalId) {
                LOG.warn("Recovering execution {}, whose process ended without finishing it", orphan.getId());
                reporter.recovered(orphan.getId());
                operator.recover(orphan);
            }
        }
    }
}
