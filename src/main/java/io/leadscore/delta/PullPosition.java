package io.leadscore.delta;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How far a scan has come, as a restart needs it.
 *
 * @param lastId by search: the last id seen, 0 at the beginning
 * @param byList whether the scan goes by list
 * @param cursor by list: HubSpot's cursor of the page to read, null for the first one
 * @param read by list: records that were read before that page
 * @param announced by list: how many records search had announced
 */
record PullPosition(long lastId, boolean byList, @Nullable String cursor, long read, long announced) {

    static final PullPosition BEGINNING = behind(0);

    private static final String LAST_ID = "pull.last-id";
    private static final String BY_LIST = "pull.by-list";
    private static final String CURSOR = "pull.cursor";
    private static final String READ = "pull.read";
    private static final String ANNOUNCED = "pull.announced";

    /** By search, behind this id. */
    static PullPosition behind(long lastId) {
        return new PullPosition(lastId, false, null, 0, 0);
    }

    /** By list, from the beginning. */
    static PullPosition ofList(long announced) {
        return new PullPosition(0, true, null, 0, announced);
    }

    /** The same list at another page. */
    PullPosition at(@Nullable String page, long readBefore) {
        return new PullPosition(lastId, true, page, readBefore, announced);
    }

    static PullPosition from(ExecutionContext context) {
        return new PullPosition(
                context.getLong(LAST_ID, 0),
                context.containsKey(BY_LIST),
                context.containsKey(CURSOR) ? context.getString(CURSOR) : null,
                context.getLong(READ, 0),
                context.getLong(ANNOUNCED, 0));
    }

    void save(ExecutionContext context) {
        context.putLong(LAST_ID, lastId);
        context.remove(BY_LIST);
        context.remove(CURSOR);
        if (byList) {
            context.putString(BY_LIST, "true");
            context.putLong(READ, read);
            context.putLong(ANNOUNCED, announced);
        }
        if (cursor != null) {
            context.putString(CURSOR, cursor);
        }
    }
}
