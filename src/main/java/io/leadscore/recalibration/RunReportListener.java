package io.leadscore.recalibration;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Recalibration;
import io.leadscore.ledger.AccountState;
import io.leadscore.report.RunReporter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Reports each execution: that it has begun, so that others see it while it works, and how it ended before it is over. */
final class RunReportListener implements JobExecutionListener {

    private final RunReporter reporter;
    private final Bench bench;
    private final AccountState accountState;
    private final InstantSource clock;

    RunReportListener(RunReporter reporter, Bench bench, AccountState accountState, InstantSource clock) {
        this.reporter = reporter;
        this.bench = bench;
        this.accountState = accountState;
        this.clock = clock;
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

    @Override
    public void afterJob(JobExecution execution) {
        RunParameters run = RunParameters.of(execution);
        boolean completed = execution.getStatus() == BatchStatus.COMPLETED;
        if (completed && !run.dryRun()) {
            accountState.put(
                    run.portalId(), WeightRecalibration.LAST, run.startedAt().toString(), clock.instant());
        }
        reporter.finished(execution.getId(), execution.getStatus().name(), completed ? verdict() : failure(execution));
    }

    private Map<String, String> verdict() {
        Map<String, String> details = new LinkedHashMap<>();
        Recalibration result = bench.result();
        if (result != null) {
            Assessment assessment = result.assessment();
            details.put("verdict", assessment.verdict().decision().name());
            details.put("because", String.join(" ", assessment.verdict().reasons()));
            if (assessment.ai() != null) {
                details.put("AI", assessment.ai().sentence());
            }
        }
        return details;
    }

    private static Map<String, String> failure(JobExecution execution) {
        Throwable failure = rootOfFailure(execution);
        return Map.of(
                RunReporter.FAILURE,
                "Leadscore failed unexpectedly (" + failure.getClass().getSimpleName() + ").");
    }

    /** Why an execution failed, beneath the framework's wrappers. */
    static Throwable rootOfFailure(JobExecution execution) {
        Throwable failure = execution.getAllFailureExceptions().stream()
                .findFirst()
                .orElseGet(() -> new IllegalStateException("The run failed without saying why"));
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }
}
