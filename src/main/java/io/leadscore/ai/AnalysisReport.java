package io.leadscore.ai;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How asking the AI went.
 *
 * @param counts how many of what, by name, such as {@code AI answers} or {@code AI micro-dollars}; only what there was
 * @param trouble a sentence about what went wrong and what to do; null when nothing did
 */
public record AnalysisReport(
        Map<String, Long> counts, @Nullable String trouble) {

    /** Nothing was asked. */
    static final AnalysisReport NONE = new AnalysisReport(Map.of(), null);

    public AnalysisReport {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** How many of this there were. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
