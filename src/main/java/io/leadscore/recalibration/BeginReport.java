package io.leadscore.recalibration;

import io.leadscore.report.RunReporter;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Says that a run has begun, so that others see it while it works. */
final class BeginReport implements JobExecutionListener {

    private final RunReporter reporter;

    BeginReport(RunReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        RunParameters run = RunParameters.of(execution);
        reporter.started(
                execution.getId(),
                run.portalId(),
                RecalibrationConfiguration.JOB,
                run.dryRun() ? Map.of(RunReporter.DRY_RUN, "true") : Map.of());
    }
}
