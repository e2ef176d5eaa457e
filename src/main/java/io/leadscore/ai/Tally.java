package io.leadscore.ai;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts what one call of the analyst takes and brings. Thread-safe. */
final class Tally {

    static final String REQUESTS = "requests";
    static final String RETRIES = "retries";
    static final String ANSWERS = "answers";
    static final String REFUSED = "refused";
    static final String BROKEN = "broken answers";
    static final String UNANSWERED = "requests without an answer";
    static final String CACHE_HITS = "cache hits";
    static final String IN_BATCH = "profiles in a batch";
    static final String LEFT = "profiles left";
    static final String PROMPT_TOKENS = "prompt tokens";
    static final String COMPLETION_TOKENS = "completion tokens";
    static final String MICRO_DOLLARS = "micro-dollars";
    static final String MILLIS = "milliseconds in all";
    static final String MOST_MILLIS = "milliseconds at most";

    private final String prefix;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** @param prefix what all names begin with */
    Tally(String prefix) {
        this.prefix = prefix;
    }

    synchronized void add(String name, long more) {
        if (more != 0) {
            counts.merge(prefix + name, more, Long::sum);
        }
    }

    synchronized void took(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        add(MILLIS, millis);
        counts.merge(prefix + MOST_MILLIS, millis, Math::max);
    }

    synchronized long count(String name) {
        return counts.getOrDefault(prefix + name, 0L);
    }

    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }
}
