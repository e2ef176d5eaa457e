package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists all records of a type, page by page. A list announces nothing, so that it cannot prove itself: it counts what it
 * showed, and notes when that can be wrong. Not thread-safe.
 */
public final class ListScan {

    /** A hundred million records: more than an account may have of a type. */
    private static final int MOST_PAGES = 1_000_000;

    private final ObjectPuller puller;
    private final Calls calls;
    private final Translation translation;
    private final ObjectType type;
    private final Set<String> cursors = new HashSet<>();
    private @Nullable String after;
    private long read;
    private long highestId;
    private boolean disordered;
    private boolean atEnd;

    ListScan(
            ObjectPuller puller,
            Calls calls,
            Translation translation,
            ObjectType type,
            @Nullable String after,
            long readBefore) {
        this.puller = puller;
        this.calls = calls;
        this.translation = translation;
        this.type = type;
        this.after = after;
        this.read = readBefore;
    }

    /**
     * The next page. Must not be asked after the last one.
     *
     * @throws HubSpotException.Unavailable when the pages go round in a circle
     */
    public PulledPage next() {
        PulledPage page = puller.list(type, after);
        for (int attempt = 1; attempt < Calls.ATTEMPTS && isCut(page); attempt++) {
            calls.pauseBeforeAskingAgain(attempt);
            page = puller.list(type, after);
        }
        disordered |= isCut(page);
        for (PulledObject object : page.objects()) {
            long id = object.facts().id();
            disordered |= id <= highestId;
            highestId = Math.max(highestId, id);
        }
        read += page.objects().size();
        String next = page.nextAfter();
        if (next != null && (!cursors.add(next) || cursors.size() > MOST_PAGES)) {
            throw translation.circling(type);
        }
        after = next;
        atEnd = next == null;
        return page;
    }

    /** The records that were shown so far. */
    public long read() {
        return read;
    }

    /** Whether the last page was shown. */
    public boolean isAtEnd() {
        return atEnd;
    }

    /** Whether every page was full but the last one, and no record came twice: as far as a list can tell, it was complete. */
    public boolean isOrderly() {
        return !disordered;
    }

    /** Whether these must be all, after the last page: none came twice, and as many as were announced. */
    public boolean isProven(long announced) {
        return !disordered && read >= announced;
    }

    /** A page with room left over that says that more follows. */
    private static boolean isCut(PulledPage page) {
        return !page.last() && page.objects().size() < ObjectPuller.LIST_PAGE;
    }
}
