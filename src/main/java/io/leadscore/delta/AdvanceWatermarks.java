package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.TableStatistics;
import io.leadscore.ledger.Watermarks;
import io.leadscore.report.Need;
import io.leadscore.report.RunTally;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The last step: only now, with every lead of the window written, each type's watermark moves to where its scan
 * began. A run that failed before moves none.
 */
final class AdvanceWatermarks implements Tasklet {

    /** When a window last looked back further, in the account's state. */
    static final String LAST_AUDIT = "delta-scoring.last-audit";

    private final JobRepository jobRepository;
    private final Watermarks watermarks;
    private final AccountState accountState;
    private final PulledSignals pulledSignals;
    private final TableStatistics statistics;
    private final RunTally tally;
    private final InstantSource clock;

    AdvanceWatermarks(
            JobRepository jobRepository,
            Watermarks watermarks,
            AccountState accountState,
            PulledSignals pulledSignals,
            TableStatistics statistics,
            RunTally tally,
            InstantSource clock) {
        this.jobRepository = jobRepository;
        this.watermarks = watermarks;
        this.accountState = accountState;
        this.pulledSignals = pulledSignals;
        this.statistics = statistics;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        JobExecution execution = contribution.getStepExecution().getJobExecution();
        RunParameters run = RunParameters.of(execution);
        if (run.dryRun()) {
            return RepeatStatus.FINISHED;
        }
        Scans scans = Scans.of(jobRepository, execution);
        Map<ObjectType, Instant> startedAt = scans.startedAt();
        // An old run that is relaunched late must not open a wide window again.
        startedAt.entrySet().removeIf(scan -> isBehind(run.portalId(), scan.getKey(), scan.getValue()));
        boolean first = startedAt.keySet().stream().anyMatch(type -> watermarks.get(run.portalId(), type) == null);
        watermarks.advance(run.portalId(), startedAt, scans.empty());
        tellVanished(run.portalId());
        pulledSignals.remember(run.portalId(), scans.empty());
        if (run.audit()) {
            Instant now = clock.instant();
            accountState.put(run.portalId(), LAST_AUDIT, now.toString(), now);
        }
        if (first) {
            statistics.renew();
        }
        return RepeatStatus.FINISHED;
    }

    /** Every run says which properties are gone; only the first one needs a person for it. */
    private void tellVanished(long portalId) {
        for (ObjectType type : ObjectType.values()) {
            for (String property : pulledSignals.vanished(portalId, type)) {
                tally.note(
                        type.apiName() + " property " + property,
                        "HubSpot has it no more, or as another type; its last known values count on. Restore it, or remove"
                                + " its signal from scoring-profile.yml.");
            }
            for (String property : pulledSignals.gone(portalId, type)) {
                tally.note(
                        type.apiName() + " property " + property,
                        "HubSpot has it no more; its last known values count on. Restore it in HubSpot's settings of"
                                + " properties.");
            }
            tally.need(
                    Need.PROPERTIES_GONE,
                    pulledSignals.newlyVanished(portalId, type).size()
                            + (long) pulledSignals.newlyGone(portalId, type).size());
        }
    }

    private boolean isBehind(long portalId, ObjectType type, Instant scanStartedAt) {
        Instant watermark = watermarks.get(portalId, type);
        return watermark != null && !scanStartedAt.isAfter(watermark);
    }
}
