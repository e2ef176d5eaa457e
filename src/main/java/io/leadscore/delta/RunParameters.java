package io.leadscore.delta;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The job parameters of a run: account and start identify it, the rest says how it runs.
 *
 * @param audit whether its windows look back further than the overlap
 * @param withActions whether a first sync or a bulk import sets off actions, too
 * @param profile fingerprint of the scoring profile, which says what is pulled and how it is scored
 * @param pulledBy an unfinished execution that pulled everything until it began to; null: there is none
 */
record RunParameters(
        long portalId,
        Instant startedAt,
        boolean dryRun,
        boolean audit,
        boolean withActions,
        String profile,
        @Nullable Long pulledBy) {

    private static final String PORTAL = "portal";
    private static final String STARTED_AT = "startedAt";
    private static final String DRY_RUN = "dryRun";
    private static final String AUDIT = "audit";
    private static final String WITH_ACTIONS = "withActions";
    private static final String PROFILE = "profile";
    private static final String PULLED_BY = "pulledBy";

    JobParameters toJobParameters() {
        JobParametersBuilder builder = new JobParametersBuilder()
                .addLong(PORTAL, portalId)
                .addString(STARTED_AT, startedAt.toString())
                .addString(DRY_RUN, Boolean.toString(dryRun))
                .addString(AUDIT, Boolean.toString(audit), false)
                .addString(WITH_ACTIONS, Boolean.toString(withActions), false)
                .addString(PROFILE, profile, false);
        return (pulledBy == null ? builder : builder.addLong(PULLED_BY, pulledBy, false)).toJobParameters();
    }

    static RunParameters of(JobParameters parameters) {
        Long portal = parameters.getLong(PORTAL);
        String startedAt = parameters.getString(STARTED_AT);
        if (portal == null || startedAt == null) {
            throw new IllegalStateException("A delta-scoring execution lacks its parameters portal and startedAt");
        }
        return new RunParameters(
                portal,
                Instant.parse(startedAt),
                Boolean.parseBoolean(parameters.getString(DRY_RUN)),
                Boolean.parseBoolean(parameters.getString(AUDIT)),
                Boolean.parseBoolean(parameters.getString(WITH_ACTIONS)),
                String.valueOf(parameters.getString(PROFILE)),
                parameters.getLong(PULLED_BY));
    }

    static RunParameters of(JobExecution execution) {
        return of(execution.getJobParameters());
    }
}
