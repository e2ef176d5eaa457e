package io.leadscore.schedule;

import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.RunOutcome;
import io.leadscore.delta.RunRequest;
import io.leadscore.report.RunInProgressException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.QuartzJobBean;

/**
 * What Quartz fires. A run that fails is told in the log and by its report; the next firing covers its window again,
 * so nothing is thrown back at Quartz, which would only log it a second time.
 */
@DisallowConcurrentExecution
public final class DeltaScoringTrigger extends QuartzJobBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeltaScoringTrigger.class);

    private final DeltaScoring deltaScoring;

    /** For Quartz, which makes one for each firing. */
    public DeltaScoringTrigger(DeltaScoring deltaScoring) {
        this.deltaScoring = deltaScoring;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        try {
            RunOutcome outcome = deltaScoring.run(RunRequest.unattended());
            if (outcome.failure() == null) {
                LOG.info("delta-scoring {} {}: {}", outcome.executionId(), outcome.status(), outcome.summary());
                outcome.needs()
                        .forEach(needed ->
                                LOG.warn("{}. {}", needed.text(), needed.need().advice()));
            } else {
                LOG.error(
                        "delta-scoring {} failed: {}",
                        outcome.executionId(),
                        outcome.failure().getMessage());
            }
        } catch (RunInProgressException busy) {
            LOG.info("{} This firing is left out.", busy.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("delta-scoring could not start: {}", RunOutcome.sentence(failed));
            LOG.debug("delta-scoring could not start", failed);
        }
    }
}
