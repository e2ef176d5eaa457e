package io.leadscore.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** What Quartz fires every update interval. */
@DisallowConcurrentExecution
public final class DeltaScoringTrigger extends QuartzJobBean {

    private final Runs runs;

    /** For Quartz, which makes one for each firing. */
    DeltaScoringTrigger(Runs runs) {
        this.runs = runs;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        runs.scoreChanges();
    }
}
