package io.leadscore.hubspot;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * The calls of the last seconds, by window: for each one when it was answered or, while it is in flight, when it was
 * sent. A call's slot becomes free one window after its answer arrived: HubSpot counted the call at some instant
 * between sending and answer, so only then is it sure to be forgotten. All instants are epoch milliseconds. Not
 * thread-safe.
 *
 * <p>Bytes: a mark; for each window its limit, span, end of pause and number of calls granted; then each window's
 * slots of two longs, the instant (negative while in flight, 0 when free) and the id of the process.
 */
final class BudgetTable {

    /** Spent on every window besides, against clocks that tick coarsely. */
    static final int MARGIN_MILLIS = 3;

    private static final long MARK = 0x4C53_4255_4447_0001L;
    private static final int HEAD = 8 + Window.values().length * 24;
    private static final int SLOT = 16;
    static final int SIZE = size();

    /** How long to wait when only answers can free a slot. */
    private static final long UNTIL_ANSWER_MILLIS = 50;

    /** No answer comes later than this: the process that waited for it is gone. */
    private static final long LOST_MILLIS = 180_000;

    private static final int MAX_SPAN_MILLIS = 60_000;

    private final ByteBuffer bytes;
    private final long processId;
    private final Map<Window, Integer> heads = new EnumMap<>(Window.class);
    private final Map<Window, Integer> origins = new EnumMap<>(Window.class);

    BudgetTable(ByteBuffer bytes, long processId) {
        this.bytes = bytes;
        this.processId = processId;
        int head = 8;
        int origin = HEAD;
        for (Window window : Window.values()) {
            heads.put(window, head);
            origins.put(window, origin);
            head += 24;
            origin += window.maxLimit() * SLOT;
        }
    }

    private static int size() {
        int size = HEAD;
        for (Window window : Window.values()) {
            size += window.maxLimit() * SLOT;
        }
        return size;
    }

    /**
     * Takes over what earlier processes left. Calls that were in flight when their process died may have been counted
     * until now. Bytes that are no table count as windows used up.
     */
    void open(long now, boolean damaged, LongPredicate processAlive) {
        long mark = bytes.getLong(0);
        boolean foreign = damaged || (mark != MARK && mark != 0);
        if (mark != MARK) {
            for (int at = 0; at < SIZE; at += 8) {
                bytes.putLong(at, 0);
            }
            bytes.putLong(0, MARK);
        }
        for (Window window : Window.values()) {
            if (foreign) {
                pause(window, now, window.spanMillis());
            }
            for (int slot = 0; slot < window.maxLimit(); slot++) {
                long owner = bytes.getLong(at(window, slot) + 8);
                if (stamp(window, slot) < 0 && !processAlive.test(owner)) {
                    stamp(window, slot, now);
                }
            }
        }
    }

    /** Milliseconds until a call may be sent, 0 for at once; an estimate: ask again then. */
    long waitMillis(Window window, long now) {
        long pause = pausedUntil(window, now) - now;
        if (pause > 0) {
            return pause;
        }
        int used = 0;
        long soonest = Long.MAX_VALUE;
        for (int slot = 0; slot < window.maxLimit(); slot++) {
            long left = millisLeft(window, slot, now);
            if (left > 0) {
                used++;
                soonest = Math.min(soonest, left);
            }
        }
        return used < limit(window) ? 0 : Math.min(soonest, MAX_SPAN_MILLIS);
    }

    /** Marks a call as sent and returns its slot. The window must have room. */
    int send(Window window, long now) {
        bytes.putLong(head(window) + 16, granted(window) + 1);
        int slot = freeSlot(window, now);
        stamp(window, slot, -now);
        return slot;
    }

    /** Marks the call in this slot as answered. */
    void answered(Window window, int slot, long now) {
        stamp(window, slot, now);
    }

    /** Counts calls that somebody else must have made until now. */
    void countForeign(Window window, int calls, long now) {
        int left = calls;
        for (int slot = 0; slot < window.maxLimit() && left > 0; slot++) {
            if (millisLeft(window, slot, now) <= 0) {
                stamp(window, slot, now);
                left--;
            }
        }
    }

    /** Calls that HubSpot may still count. */
    int used(Window window, long now) {
        int used = 0;
        for (int slot = 0; slot < window.maxLimit(); slot++) {
            if (millisLeft(window, slot, now) > 0) {
                used++;
            }
        }
        return used;
    }

    /** Calls granted since the table was made. */
    long granted(Window window) {
        return bytes.getLong(head(window) + 16);
    }

    int limit(Window window) {
        int limit = bytes.getInt(head(window));
        return limit >= 1 && limit <= window.maxLimit() ? limit : window.defaultLimit();
    }

    void limit(Window window, int limit) {
        bytes.putInt(head(window), Math.max(1, Math.min(limit, window.maxLimit())));
    }

    int spanMillis(Window window) {
        int span = bytes.getInt(head(window) + 4);
        return span >= 1 && span <= MAX_SPAN_MILLIS ? span : window.spanMillis();
    }

    void spanMillis(Window window, int millis) {
        bytes.putInt(head(window) + 4, millis);
    }

    /** Lets no call go for this long. */
    void pause(Window window, long now, long millis) {
        bytes.putLong(head(window) + 8, Math.max(pausedUntil(window, now), now + Math.min(millis, MAX_SPAN_MILLIS)));
    }

    private long pausedUntil(Window window, long now) {
        long until = bytes.getLong(head(window) + 8);
        return until > now + MAX_SPAN_MILLIS ? now : until; // a clock that was set back
    }

    private int freeSlot(Window window, long now) {
        for (int slot = 0; slot < window.maxLimit(); slot++) {
            if (millisLeft(window, slot, now) <= 0) {
                return slot;
            }
        }
        throw new IllegalStateException("No room in the window " + window + ".");
    }

    private long millisLeft(Window window, int slot, long now) {
        long stamp = stamp(window, slot);
        if (stamp == 0) {
            return 0;
        }
        if (stamp < 0) {
            long sent = -stamp;
            return sent <= now && now - sent > LOST_MILLIS ? 0 : UNTIL_ANSWER_MILLIS;
        }
        if (stamp > now) {
            stamp(window, slot, now); // a clock that was set back, or garbage
            stamp = now;
        }
        return stamp + spanMillis(window) + MARGIN_MILLIS - now;
    }

    private long stamp(Window window, int slot) {
        return bytes.getLong(at(window, slot));
    }

    private void stamp(Window window, int slot, long stamp) {
        bytes.putLong(at(window, slot), stamp);
        bytes.putLong(at(window, slot) + 8, processId);
    }

    private int at(Window window, int slot) {
        return origins.getOrDefault(window, 0) + slot * SLOT;
    }

    private int head(Window window) {
        return heads.getOrDefault(window, 0);
    }
}
