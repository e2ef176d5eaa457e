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
 * search had announced, or in an order that could hide something, is followed by the search of everything. Not
 * thread-safe.
 */
final class PageSource {

    private final HubSpot hubSpot;
    private final ObjectType type;
    private final PullWindow window;
    private final long listAbove;
    private SearchScan search;
    private ListScan list;
    private PullPosition position;
    private boolean first;

    /** @param listAbove records from which on a first read goes by list */
    PageSource(HubSpot hubSpot, ObjectType type, PullWindow window, long listAbove, PullPosition position) {
        this.hubSpot = hubSpot;
        this.type = type;
        this.window = window;
        this.listAbove = listAbove;
        this.position = position;
        this.first = position.equals(PullPosition.BEGINNING);
        this.search = hubSpot.scan(type, window.since(), position.lastId());
        this.list = hubSpot.list(type, position.cursor(), position.read());
    }

    /**
     * A page and where it was read.
     *
     * @param page what HubSpot answered
     * @param position where this page begins
     * @param last whether no page follows
     */
    record PlacedPage(PulledPage page, PullPosition position, boolean last) {}

    /** The next page. Must not be asked after the last one. */
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
                return new PlacedPage(empty(seen), at, false);
            }
        }
        PulledPage page = search.next();
        position = PullPosition.behind(lastIdOf(page, at));
        return new PlacedPage(page, at, page.last());
    }

    private PlacedPage listed(PullPosition at) {
        PulledPage page = list.next();
        if (!page.last()) {
            position = at.at(page.nextAfter(), list.read());
            return new PlacedPage(page, at, false);
        }
        if (list.isProven(at.announced())) {
            return new PlacedPage(page, at, true);
        }
        position = PullPosition.BEGINNING;
        search = hubSpot.scan(type, window.since(), 0);
        return new PlacedPage(page, at, false);
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
