package io.leadscore.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.springframework.scheduling.quartz.QuartzJobBean;

/**
 * What Quartz fires every hour: the weekly job runs for each account whose last run is a whole interval ago. When that was
 * is in the ledger, so that it neither begins anew nor is forgotten when a server restarts.
 */
@DisallowConcurrentExecution
public final class WeightRecalibrationTrigger extends QuartzJobBean {

    private final Runs runs;

    /** For Quartz, which makes one for each firing. */
    WeightRecalibrationTrigger(Runs runs) {
        this.runs = runs;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        runs.recalibrate(runs.recalibration()::isDue);
    }
}
