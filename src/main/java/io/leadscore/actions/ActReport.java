package io.leadscore.actions;

import java.util.List;
import java.util.Map;

/**
 * What a run did about leads.
 *
 * @param counts by the names that the run report uses: {@code tasks done}, {@code enrolments unknown}; those of 0 are left
 *     out
 * @param troubles what went wrong
 */
public record ActReport(Map<String, Long> counts, List<Trouble> troubles) {

    public ActReport {
        counts = Map.copyOf(counts);
        troubles = List.copyOf(troubles);
    }
}
