package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Searches for all records of a window and believes no page: what each one announces is held against what it shows and
 * what the next one announces. An answer that does not add up is asked for again; if it never does, because rows come in
 * another order than was asked for, the ids are divided until every range fits in one answer that adds up. A range that
 * repeats the same rows, and announces more, is handed out as it is and makes the scan {@link #isShort() short}:
 * then the list of the type has to prove what search cannot. Records that are edited or created meanwhile do no harm,
 * since the window has no end. Pages are handed out one behind what was asked, which costs no call. Not thread-safe.
 */
public final class SearchScan {

    private final ObjectPuller puller;
    private final Calls calls;
    private final Translation translation;
    private final ObjectType type;
    private final @Nullable Instant modifiedSince;
    private final Deque<IdRange> ranges = new ArrayDeque<>();
    private long lastId;
    private @Nullable SearchPage ahead;
    private boolean disordered;
    private long announced = -1;
    private long handedOut;
    private boolean shortOfRows;

    SearchScan(
            ObjectPuller puller,
            Calls calls,
            Translation translation,
            ObjectType type,
            @Nullable Instant modifiedSince,
            long afterId) {
        this.puller = puller;
        this.calls = calls;
        this.translation = translation;
        this.type = type;
        this.modifiedSince = modifiedSince;
        this.lastId = afterId;
    }

    /** What the next page will be made of, not yet proven: how much there is, and HubSpot's time. */
    public PulledPage peek() {
        if (ahead == null) {
            ahead = ask(IdRange.behind(lastId));
        }
        return ahead.page(ahead.isRest());
    }

    /**
     * The next page, proven unless the scan is {@link #isShort() short} by then; ids ascend from page to page. Must not be
     * asked after the last one.
     *
     * @throws HubSpotException.Unavailable when what HubSpot shows changes and never adds up to what it announces
     */
    public PulledPage next() {
        return ranges.isEmpty() ? following() : ofRange();
    }

    /** Whether a page that was handed out held fewer records than HubSpot announced, time and again. */
    public boolean isShort() {
        return shortOfRows;
    }

    /** The records that were handed out so far. */
    public long shown() {
        return handedOut;
    }

    /** The records that HubSpot had announced at first; -1 until it was asked. */
    public long announced() {
        return announced;
    }

    /** That what HubSpot showed does not add up to what it had announced. */
    public HubSpotException doubt() {
        return translation.doesNotAddUp(type, announced, handedOut);
    }

    private PulledPage following() {
        SearchPage page = ahead == null ? ask(IdRange.behind(lastId)) : ahead;
        ahead = null;
        Readings readings = new Readings();
        for (int attempt = 1; ; attempt++) {
            readings.add(page);
            if (page.isRest()) {
                return handOut(page, true);
            }
            if (page.mayBeFollowed()) {
                SearchPage behind = ask(IdRange.behind(page.highestId()));
                if (page.agreesWith(behind)) {
                    ahead = behind;
                    lastId = page.highestId();
                    return handOut(page, false);
                }
            }
            if (attempt == Calls.ATTEMPTS || (disordered && page.highestId() > 0)) {
                return divided(page, readings);
            }
            calls.pauseBeforeAskingAgain(attempt);
            page = ask(IdRange.behind(lastId));
        }
    }

    private PulledPage divided(SearchPage page, Readings readings) {
        if (page.highestId() == 0) {
            return handOutShort(page, readings, true);
        }
        disordered = true;
        ranges.push(new IdRange(lastId, page.highestId()));
        lastId = page.highestId();
        return ofRange();
    }

    private PulledPage ofRange() {
        IdRange range = ranges.pop();
        Readings readings = new Readings();
        for (int attempt = 1; ; attempt++) {
            SearchPage page = ask(range);
            readings.add(page);
            if (!page.more() && page.announced() == page.counted()) {
                return handOut(page, false);
            }
            if (page.announced() > ObjectPuller.SEARCH_PAGE && range.hasRoomFor(page.announced())) {
                ranges.push(range.upperHalf());
                range = range.lowerHalf();
                readings = new Readings();
                attempt = 0;
                continue;
            }
            if (attempt == Calls.ATTEMPTS) {
                return handOutShort(page, readings, false);
            }
            calls.pauseBeforeAskingAgain(attempt);
        }
    }

    private PulledPage handOut(SearchPage page, boolean last) {
        handedOut += page.counted();
        return page.page(last);
    }

    private PulledPage handOutShort(SearchPage page, Readings readings, boolean last) {
        if (!readings.repeatThemselves()) {
            throw translation.doesNotAddUp(type, Math.max(announced, page.announced()), handedOut + page.counted());
        }
        shortOfRows = true;
        return handOut(page, last);
    }

    private SearchPage ask(IdRange range) {
        SearchPage page = puller.ask(type, modifiedSince, range);
        announced = announced < 0 ? page.announced() : announced;
        return page;
    }
}
