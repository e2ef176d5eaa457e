package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PulledObject;
import io.leadscore.hubspot.PulledPage;
import io.leadscore.lead.ObjectType;
import java.util.List;

/**
 * The pages of one type in a window, from a position on, in ascending order of id. It pages by keyset over search (never
 * by offset, which skips records when the result moves). Long first reads of a type whose records are seldom edited
 * are read by list instead: there the general rate limit has room, while search allows a few pages a second. Not
 * thread-safe.
 */
final class PageSource {

    private final HubSpot hubSpot;
    private final ObjectType type;
    private final PullWindow window;
    private final long listAbove;
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
            PulledPage page = hubSpot.list(type, at.cursor());
            position = new PullPosition(at.lastId(), true, page.nextAfter());
            return new PlacedPage(page, at, page.last());
        }
        PulledPage page = hubSpot.search(type, window.since(), at.lastId());
        if (first && readsFasterByList(page)) {
            first = false;
            position = new PullPosition(0, true, null);
            // Nothing of this page is lost: the list begins at the beginning.
            return new PlacedPage(empty(page), at, false);
        }
        first = false;
        position = new PullPosition(lastIdOf(page, at), false, null);
        return new PlacedPage(page, at, page.last());
    }

    /**
     * Contacts and deals stay with search, which gives twice as many records a call out of its own limit; the rest
     * fills the general limit beside it, so that both limits run dry at about the same time.
     */
    private boolean readsFasterByList(PulledPage page) {
        boolean listed = type.isEngagement() || type == ObjectType.COMPANIES;
        return window.isFull() && listed && page.total() > listAbove;
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
