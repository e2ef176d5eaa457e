package io.leadscore.delta;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How far a scan has come, as a restart needs it.
 *
 * @param lastId by search: the last id seen, 0 at the beginning
 * @param byList whether the scan goes by list
 * @param cursor by list: HubSpot's cursor of the page to read, null for the first one
 */
record PullPosition(long lastId, boolean byList, @Nullable String cursor) {

    static final PullPosition BEGINNING = new PullPosition(0, false, null);

    private static final String LAST_ID = "pull.last-id";
    private static final String BY_LIST = "pull.by-list";
    private static final String CURSOR = "pull.cursor";

    static PullPosition from(ExecutionContext context) {
        return new PullPosition(
                context.getLong(LAST_ID, 0),
                context.containsKey(BY_LIST),
                context.containsKey(CURSOR) ? context.getString(CURSOR) : null);
    }

    void save(ExecutionContext context) {
        context.putLong(LAST_ID, lastId);
        if (byList) {
            context.putString(BY_LIST, "true");
        }
        if (cursor != null) {
            context.putString(CURSOR, cursor);
        }
    }
}
