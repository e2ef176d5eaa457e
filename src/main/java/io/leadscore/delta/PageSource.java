package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.ListScan;
import io.leadscore.hubspot.PulledObject;
import io.leadscore.hubspot.PulledPage;
import io.leadscore.hubspot.SearchScan;
import io.leadscore.lead.ObjectType;
import java.util.List;

/**
 * The pages of one type in a window, from a position on, together every record of it. It pages by keyset over search
 * (never by offset, which skips records when the result moves), which proves itself. Long first reads of a type whose
 * records are seldom edited are read by list instead: there the general rate limit has room, while search allows a few
 * pages a second. A type of which search shows nothing at all is looked for by list, too. A list that shows less than
 * search had announced, or in an order that could hide something, is followed by the search of everything; a search that
 * never shows what it announces, by the list of everything. What both announce and neither gives is the index's own
 * mistake, if it is little; otherwise the scan fails. Not thread-safe.
 */
final class PageSource {

    /** An index that is wrong by more than a tenth, and by more than these, is not believed. */
    private static final long FEW = 5;

    private final HubSpot hubSpot;
    private final ObjectType type;
    private final PullWindow window;
    private final long listAbove;
    private final long knownSurplus;
    private SearchScan search;
    private ListScan list;
    private PullPosition position;
    private boolean first;
    private boolean doubted;
    private boolean fromBeginning;

    /**
     * @param listAbove records from which on a first read goes by list
     * @param knownSurplus how many records the index was lately proven to announce in vain, 0 for none
     */
    PageSource(
            HubSpot hubSpot,
            ObjectType type,
            PullWindow window,
            long listAbove,
            long knownSurplus,
            PullPosition position) {
        this.hubSpot = hubSpot;
        this.type = type;
        this.window = window;
        this.listAbove = listAbove;
        this.knownSurplus = knownSurplus;
        this.position = position;
        this.first = position.equals(PullPosition.BEGINNING);
        this.fromBeginning = position.lastId() == 0;
        this.search = hubSpot.scan(type, window.since(), position.lastId());
        this.list = hubSpot.list(type, position.cursor(), position.read());
    }

    /**
     * A page and where it was read.
     *
     * @param page what HubSpot answered
     * @param position where this page begins
     * @param last whether no page follows
     * @param surplus on the last page: how many records the index announces more than there are
     */
    record PlacedPage(PulledPage page, PullPosition position, boolean last, long surplus) {}

    /**
     * The next page. Must not be asked after the last one.
     *
     * @throws HubSpotException.Unavailable when what HubSpot shows cannot be all
     */
    PlacedPage next() {
        PullPosition at = position;
        if (at.byList()) {
            return listed(at);
        }
        if (first) {
            first = false;
            PulledPage seen = search.peek();
            if (isBetterListed(seen)) {
                position = PullPosition.ofList(seen.total());
                // Nothing of this page is lost: the list begins at the beginning.
                return more(empty(seen), at);
            }
        }
        PulledPage page = search.next();
        if (!page.last()) {
            position = PullPosition.behind(lastIdOf(page, at));
            return more(page, at);
        }
        if (!search.isShort()) {
            return last(page, at, 0);
        }
        if (search.announced() - search.shown() == knownSurplus) {
            return last(page, at, knownSurplus);
        }
        return doubted(page, at);
    }

    /** A search did not show what it announced: unless a list told already that there is no more, one has to now. */
    private PlacedPage doubted(PulledPage page, PullPosition at) {
        long announced = announcedInAll();
        if (list.isAtEnd() && isExplained(announced)) {
            return last(page, at, announced - list.read());
        }
        if (doubted) {
            throw search.doubt();
        }
        doubted = true;
        list = hubSpot.list(type, null, 0);
        position = PullPosition.ofList(announced);
        return more(page, at);
    }

    private PlacedPage listed(PullPosition at) {
        PulledPage page = list.next();
        if (!page.last()) {
            position = at.at(page.nextAfter(), list.read());
            return more(page, at);
        }
        if (list.isProven(at.announced())) {
            return last(page, at, 0);
        }
        if (isExplained(at.announced())) {
            return last(page, at, at.announced() - list.read());
        }
        if (doubted) {
            throw search.doubt();
        }
        position = PullPosition.BEGINNING;
        search = hubSpot.scan(type, window.since(), 0);
        fromBeginning = true;
        return more(page, at);
    }

    /** Whether search and list agree on every record, and the index announces a few more, of which both know nothing. */
    private boolean isExplained(long announced) {
        return search.isShort()
                && list.isOrderly()
                && list.read() >= search.shown()
                && announced - list.read() <= Math.max(FEW, announced / 10);
    }

    private long announcedInAll() {
        return window.isFull() && fromBeginning
                ? search.announced()
                : hubSpot.scan(type, null, 0).peek().total();
    }

    private static PlacedPage more(PulledPage page, PullPosition at) {
        return new PlacedPage(page, at, false, 0);
    }

    private static PlacedPage last(PulledPage page, PullPosition at, long surplus) {
        return new PlacedPage(page, at, true, Math.max(0, surplus));
    }

    /**
     * Contacts and deals stay with search, which gives twice as many records a call out of its own limit; the rest
     * fills the general limit beside it, so that both limits run dry at about the same time.
     */
    private boolean isBetterListed(PulledPage seen) {
        boolean listed = type.isEngagement() || type == ObjectType.COMPANIES;
        return window.isFull() && (seen.total() == 0 || (listed && seen.total() > listAbove));
    }

    private static PulledPage empty(PulledPage page) {
        return new PulledPage(List.of(), null, false, page.total(), page.serverTime());
    }

    private static long lastIdOf(PulledPage page, PullPosition at) {
        List<PulledObject> objects = page.objects();
        return objects.isEmpty()
                ? at.lastId()
                : objects.get(objects.size() - 1).facts().id();
    }
}
