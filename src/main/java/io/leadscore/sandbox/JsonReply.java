package io.leadscore.sandbox;

import org.jspecify.annotations.Nullable;

/** An answer: a status and what becomes its JSON body, or null for none. */
record JsonReply(int status, @Nullable Object body) {

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
