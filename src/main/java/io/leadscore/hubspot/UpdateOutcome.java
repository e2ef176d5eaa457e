package io.leadscore.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what became of each update. Not thread-safe. */
final class UpdateOutcome {

    private final Map<Long, Instant> updated = new HashMap<>();
    private final List<RejectedUpdate> rejected = new ArrayList<>();
    private final Set<Long> gone = new HashSet<>();
    private final Map<Long, Long> merged = new HashMap<>();

    void updated(long id, Instant at) {
        updated.put(id, at);
    }

    void rejected(long id, ApiError error, int status) {
        rejected.add(rejection(id, error, status));
    }

    private static RejectedUpdate rejection(long id, ApiError error, int status) {
        String code = error.mostTellingCode();
        return new RejectedUpdate(
                id, code == null ? "UNKNOWN" : code, error.propertyNames(), Translation.advice(code, status));
    }

    void gone(long id) {
        gone.add(id);
    }

    void merged(long id, long survivor) {
        merged.put(id, survivor);
    }

    BatchResult result() {
        return new BatchResult(updated, rejected, gone, merged);
    }
}
