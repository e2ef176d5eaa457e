package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: the two ids of workflows. */
record FlowIds(@Nullable List<Pair> results) {

    record Pair(@Nullable String flowId, @Nullable String workflowId) {}

    boolean isReadable() {
        return results != null;
    }

    /** The only pair; null when there is none. */
    @Nullable
    Pair single() {
        return results == null || results.isEmpty() ? null : results.get(0);
    }
}
