package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects a batch's results and errors; answers 207 as soon as there is an error. */
final class BatchReply {

    private final Account account;
    private final String startedAt;
    private final List<Object> results = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();

    BatchReply(Account account) {
        this.account = account;
        this.startedAt = account.nowIso();
    }

    void result(Object result) {
        results.add(result);
    }

    void error(String category, String message, Map<String, @Nullable Object> context, @Nullable Object... more) {
        Map<String, @Nullable Object> error =
                Json.object("status", "error", "category", category, "message", message, "context", context);
        error.putAll(Json.object(more));
        errors.add(error);
    }

    /** The answer, its results in no particular order, as at HubSpot. */
    JsonReply shuffled(int statusWithoutErrors) {
        Collections.shuffle(results, account.shuffle());
        return inOrder(statusWithoutErrors);
    }

    JsonReply inOrder(int statusWithoutErrors) {
        Map<String, @Nullable Object> body = Json.object("status", "COMPLETE", "results", results);
        if (!errors.isEmpty()) {
            body.put("numErrors", errors.size());
            body.put("errors", errors);
        }
        body.put("startedAt", startedAt);
        body.put("completedAt", account.nowIso());
        return new JsonReply(errors.isEmpty() ? statusWithoutErrors : 207, body);
    }
}
