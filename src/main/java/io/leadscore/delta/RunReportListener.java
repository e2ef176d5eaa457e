package io.leadscore.delta;

import io.leadscore.hubspot.ApiUsage;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.report.RunReporter;
import io.leadscore.report.RunTally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Reports each execution with the calls that it cost. */
final class RunReportListener implements JobExecutionListener {

    private final RunReporter reporter;
    private final HubSpot hubSpot;
    private final RunTally tally;
    private final RunNeeds needs;
    private final Map<Long, ApiUsage> usageBefore = new ConcurrentHashMap<>();

    RunReportListener(RunReporter reporter, HubSpot hubSpot, RunTally tally, RunNeeds needs) {
        this.reporter = reporter;
        this.hubSpot = hubSpot;
        this.tally = tally;
        this.needs = needs;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        RunParameters run = RunParameters.of(execution);
        usageBefore.put(execution.getId(), hubSpot.usage());
        reporter.started(
                execution.getId(),
                run.portalId(),
                DeltaJobConfiguration.JOB,
                run.dryRun() ? Map.of(RunReporter.DRY_RUN, "true") : Map.of());
    }

    @Override
    public void afterJob(JobExecution execution) {
        ApiUsage before = usageBefore.remove(execution.getId());
        if (before != null) {
            tallyCalls(before, hubSpot.usage(), tally);
        }
        needs.tally(RunParameters.of(execution), tally);
        Map<String, String> details = new LinkedHashMap<>();
        if (execution.getStatus() == BatchStatus.FAILED) {
            Throwable failure = RootCause.of(execution);
            details.put(RunReporter.FAILURE, RootCause.sentence(failure));
            if (failure instanceof HubSpotException hubSpotFailure) {
                details.put(RunReporter.ADVICE, hubSpotFailure.advice());
            } else if (failure instanceof AccountNotReadyException notReady) {
                details.put(RunReporter.ADVICE, notReady.advice());
            }
        }
        reporter.finished(execution.getId(), execution.getStatus().name(), details);
    }

    static void tallyCalls(ApiUsage before, ApiUsage after, RunTally tally) {
        after.calls()
                .forEach((family, calls) ->
                        tally.add("requests " + family, calls - before.calls().getOrDefault(family, 0L)));
        tally.add("requests in all", after.totalCalls() - before.totalCalls());
        tally.add("rate limited", after.rateLimited() - before.rateLimited());
        tally.add("retries", after.retries() - before.retries());
        tally.add(
                "seconds waited for limits",
                after.waited().minus(before.waited()).toSeconds());
    }
}
