package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/** Wire: where a next page begins. */
record Paging(@Nullable Next next) {

    record Next(@Nullable String after) {}

    static @Nullable String after(@Nullable Paging paging) {
        return paging == null || paging.next == null ? null : paging.next.after;
    }
}
