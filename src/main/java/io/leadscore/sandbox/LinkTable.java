package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The associations from records of one type to records of another: for each the ids, ascending. Thread-safe. */
final class LinkTable {

    private static final long[] NONE = {};

    private final Map<Long, long[]> ids = new ConcurrentHashMap<>();

    void add(long from, long to) {
        ids.merge(from, new long[] {to}, (now, added) -> {
            int at = Arrays.binarySearch(now, to);
            if (at >= 0) {
                return now;
            }
            long[] more = new long[now.length + 1];
            System.arraycopy(now, 0, more, 0, -at - 1);
            more[-at - 1] = to;
            System.arraycopy(now, -at - 1, more, -at, now.length + at + 1);
            return more;
        });
    }

    void remove(long from, long to) {
        ids.computeIfPresent(from, (key, now) -> {
            long[] fewer = Arrays.stream(now).filter(id -> id != to).toArray();
            return fewer.length == 0 ? null : fewer;
        });
    }

    /** Never to be changed by the caller. */
    long[] of(long from) {
        return ids.getOrDefault(from, NONE);
    }

    boolean contains(long from, long to) {
        return Arrays.binarySearch(of(from), to) >= 0;
    }
}
