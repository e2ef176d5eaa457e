package io.leadscore.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer: a status and what becomes its JSON body.
 *
 * @param body null for none; {@link RawText} goes out as it is
 * @param headers besides those that every answer has
 */
record JsonReply(int status, @Nullable Object body, Map<String, String> headers) {

    JsonReply(int status, @Nullable Object body) {
        this(status, body, Map.of());
    }

    static JsonReply ok(Object body) {
        return new JsonReply(200, body);
    }

    static JsonReply created(Object body) {
        return new JsonReply(201, body);
    }

    static JsonReply noContent() {
        return new JsonReply(204, null);
    }
}
