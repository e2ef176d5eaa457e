package io.leadscore.report;

import io.leadscore.ledger.RunReport;
import io.leadscore.ledger.RunReports;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes run reports: when a run begins, when it ends, and when one is found that never ended. Thread-safe. */
public final class RunReporter {

    /** Key of a report's detail: why the run failed. */
    public static final String FAILURE = "failure";
    /** Key of a report's detail: what to do about it. */
    public static final String ADVICE = "advice";
    /** Key of a report's detail: {@code true} for a dry run. */
    public static final String DRY_RUN = "dry run";

    /** Key of a report's detail: what needs a person since the run; missing when nothing does. */
    public static final String NEEDS = "needs a person";

    private final RunReports reports;
    private final RunTally tally;
    private final InstantSource clock;

    RunReporter(RunReports reports, RunTally tally, InstantSource clock) {
        this.reports = reports;
        this.tally = tally;
        this.clock = clock;
    }

    /** Writes the reports of another job, which runs beside and is counted by itself. */
    public RunReporter counting(RunTally other) {
        return new RunReporter(reports, other, clock);
    }

    /** A run begins. */
    public void started(long executionId, long portalId, String job, Map<String, String> details) {
        reports.save(new RunReport(executionId, portalId, job, "STARTED", clock.instant(), null, Map.of(), details));
    }

    /** A run ends; its counts and notes are taken from the tally. */
    public void finished(long executionId, String status, Map<String, String> details) {
        Map<String, String> all = new LinkedHashMap<>(tally.notes());
        all.putAll(details);
        List<Needed> needs = tally.needs();
        if (!needs.isEmpty()) {
            all.put(NEEDS, needs.stream().map(Needed::text).collect(Collectors.joining("; ")));
        }
        end(executionId, status, tally.counts(), all);
    }

    /**
     * A run's process was killed; what it counted is lost, what it did is not. One that had already told how it ended did
     * end so.
     */
    public void recovered(long executionId) {
        RunReport begun = reports.find(executionId);
        if (begun != null && begun.endedAt() != null) {
            return;
        }
        end(
                executionId,
                "FAILED",
                Map.of(),
                Map.of(
                        FAILURE,
                        "The process ended before the run did.",
                        ADVICE,
                        "Nothing: the next run goes on from there."));
    }

    /**
     * The report of a run.
     *
     * @throws IllegalStateException when there is none
     */
    public RunReport of(long executionId) {
        RunReport report = reports.find(executionId);
        if (report == null) {
            throw new IllegalStateException("Execution " + executionId + " has no report");
        }
        return report;
    }

    private void end(long executionId, String status, Map<String, Long> counts, Map<String, String> details) {
        RunReport begun = reports.find(executionId);
        if (begun == null) {
            // Killed before its report was begun.
            return;
        }
        Map<String, String> all = new LinkedHashMap<>(begun.details());
        all.putAll(details);
        Instant now = clock.instant();
        reports.save(
                new RunReport(executionId, begun.portalId(), begun.job(), status, begun.startedAt(), now, counts, all));
    }
}
