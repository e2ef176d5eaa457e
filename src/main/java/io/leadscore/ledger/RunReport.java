package io.leadscore.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one execution of a job went.
 *
 * @param executionId id of the job execution
 * @param portalId the HubSpot account
 * @param job name of the job, such as {@code delta-scoring}
 * @param status the execution's status, such as {@code COMPLETED} or {@code FAILED}
 * @param startedAt when it started
 * @param endedAt when it ended; null while it runs
 * @param counts numbers by name, in the order in which they are shown
 * @param details other facts by name, in that order; never a text of the CRM
 */
public record RunReport(
        long executionId,
        long portalId,
        String job,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Long> counts,
        Map<String, String> details) {

    public RunReport {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
