package io.leadscore.schedule;

import io.leadscore.ledger.AccountState;
import io.leadscore.recalibration.NothingToRecalibrateException;
import io.leadscore.recalibration.RecalibrationOutcome;
import io.leadscore.recalibration.RecalibrationRequest;
import io.leadscore.recalibration.WeightRecalibration;
import io.leadscore.report.RunInProgressException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.QuartzJobBean;

/**
 * What Quartz fires every hour: the weekly job runs for each account whose last run is a whole interval ago. When that was
 * is in the ledger, so that it neither begins anew nor is forgotten when a server restarts.
 */
@DisallowConcurrentExecution
public final class WeightRecalibrationTrigger extends QuartzJobBean {

    private static final Logger LOG = LoggerFactory.getLogger(WeightRecalibrationTrigger.class);

    private final WeightRecalibration recalibration;
    private final AccountState accounts;

    /** For Quartz, which makes one for each firing. */
    public WeightRecalibrationTrigger(WeightRecalibration recalibration, AccountState accounts) {
        this.recalibration = recalibration;
        this.accounts = accounts;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        accounts.portals().stream().filter(recalibration::isDue).forEach(this::run);
    }

    private void run(long portalId) {
        try {
            RecalibrationOutcome outcome = recalibration.run(portalId, RecalibrationRequest.unattended());
            LOG.info(
                    "weight-recalibration {} {}: {}",
                    outcome.report().executionId(),
                    outcome.report().status(),
                    outcome.report().details());
        } catch (RunInProgressException busy) {
            LOG.info("{} This firing is left out.", busy.getMessage());
        } catch (NothingToRecalibrateException nothing) {
            LOG.warn("{} {}", nothing.getMessage(), nothing.advice());
        } catch (RuntimeException failed) {
            LOG.error(
                    "weight-recalibration could not start: {}",
                    failed.getClass().getSimpleName());
            LOG.debug("weight-recalibration could not start", failed);
        }
    }
}
