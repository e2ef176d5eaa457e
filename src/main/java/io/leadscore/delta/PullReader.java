package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PulledObject;
import io.leadscore.hubspot.PulledPage;
import io.leadscore.lead.ObjectType;
import io.leadscore.report.RunTally;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads every record of one type in a {@link PullWindow}, in ascending order of id.
 *
 * <p>It pages by keyset over search (never by offset, which skips records when the result moves). Long first reads of
 * a type whose records are seldom edited go on by list instead: there the general rate limit has room, while search
 * allows a few pages a second. A restart goes on behind the last record that was committed; by list, at the page of
 * that record. Not thread-safe; one per step execution.
 */
final class PullReader implements ItemStreamReader<PulledObject> {

    private static final String LAST_ID = "pull.last-id";
    private static final String BY_LIST = "pull.by-list";
    private static final String PAGE = "pull.page";

    private final HubSpot hubSpot;
    private final ObjectType type;
    private final PullWindow window;
    private final long listAbove;
    private final RunTally tally;
    private final InstantSource clock;

    private final Deque<PulledObject> buffer = new ArrayDeque<>();
    private @Nullable Instant scanStartedAt;
    private @Nullable Instant newest;
    private long lastId;
    private boolean byList;
    private @Nullable String page;
    private @Nullable String nextPage;
    private boolean last;
    private long read;
    private long expected = -1;

    PullReader(
            HubSpot hubSpot, ObjectType type, PullWindow window, long listAbove, RunTally tally, InstantSource clock) {
        this.hubSpot = hubSpot;
        this.type = type;
        this.window = window;
        this.listAbove = listAbove;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public void open(ExecutionContext context) {
        if (context.containsKey(Scans.STARTED_AT)) {
            scanStartedAt = Instant.parse(context.getString(Scans.STARTED_AT));
            newest = context.containsKey(Scans.NEWEST) ? Instant.parse(context.getString(Scans.NEWEST)) : null;
            lastId = context.getLong(LAST_ID);
            byList = context.containsKey(BY_LIST);
            nextPage = context.containsKey(PAGE) ? context.getString(PAGE) : null;
        }
    }

    @Override
    public @Nullable PulledObject read() {
        while (buffer.isEmpty()) {
            if (last) {
                return null;
            }
            fetch();
        }
        PulledObject next = buffer.remove();
        lastId = next.facts().id();
        Instant modifiedAt = next.facts().modifiedAt();
        newest = newest == null || modifiedAt.isAfter(newest) ? modifiedAt : newest;
        read++;
        return next;
    }

    /** Whichever clock is wrong, the earlier instant only widens the next window. */
    private static Instant earlier(Instant hubSpots, Instant ours) {
        return hubSpots.isBefore(ours) ? hubSpots : ours;
    }

    private void fetch() {
        PulledPage fetched = byList ? hubSpot.list(type, nextPage) : hubSpot.search(type, window.since(), lastId);
        if (scanStartedAt == null) {
            scanStartedAt = earlier(fetched.serverTime(), clock.instant());
            if (readsFasterByList(fetched)) {
                byList = true;
                expected = fetched.total();
                return;
            }
        }
        if (byList) {
            page = nextPage;
            nextPage = fetched.nextAfter();
        } else if (expected < 0) {
            expected = fetched.total();
        }
        buffer.addAll(fetched.objects());
        last = fetched.last();
        tally.progress("pull-" + type.apiName(), read + buffer.size(), expected);
    }

    /**
     * Contacts and deals stay with search, which gives twice as many records a call out of its own limit; the rest
     * fills the general limit beside it, so that both limits run dry at about the same time.
     */
    private boolean readsFasterByList(PulledPage first) {
        boolean listed = type.isEngagement() || type == ObjectType.COMPANIES;
        return window.isFull() && listed && first.total() > listAbove;
    }

    @Override
    public void update(ExecutionContext context) {
        if (scanStartedAt == null) {
            return;
        }
        context.putString(Scans.STARTED_AT, scanStartedAt.toString());
        context.putLong(LAST_ID, lastId);
        if (newest != null) {
            context.putString(Scans.NEWEST, newest.toString());
        }
        if (byList) {
            context.putString(BY_LIST, "true");
            String resumeAt = buffer.isEmpty() ? nextPage : page;
            if (resumeAt != null) {
                context.putString(PAGE, resumeAt);
            }
        }
    }
}
