package io.leadscore.recalibration;

import java.time.Instant;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** The job parameters of a run; all of them identify it. */
record RunParameters(long portalId, Instant startedAt, boolean dryRun) {

    private static final String PORTAL = "portal";
    private static final String STARTED_AT = "startedAt";
    private static final String DRY_RUN = "dryRun";

    JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addLong(PORTAL, portalId)
                .addString(STARTED_AT, startedAt.toString())
                .addString(DRY_RUN, Boolean.toString(dryRun))
                .toJobParameters();
    }

    static RunParameters of(JobExecution execution) {
        JobParameters parameters = execution.getJobParameters();
        Long portal = parameters.getLong(PORTAL);
        String startedAt = parameters.getString(STARTED_AT);
        if (portal == null || startedAt == null) {
            throw new IllegalStateException(
                    "A weight-recalibration execution lacks its parameters portal and startedAt");
        }
        return new RunParameters(portal, Instant.parse(startedAt), Boolean.parseBoolean(parameters.getString(DRY_RUN)));
    }
}
