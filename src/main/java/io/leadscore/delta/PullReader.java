package io.leadscore.delta;

import io.leadscore.delta.PageSource.PlacedPage;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PulledObject;
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
 * Reads every record of one type in a {@link PullWindow}, in ascending order of id. A restart goes on behind the last
 * record that was committed; by list, at the page of that record. Not thread-safe; one per step execution.
 */
final class PullReader implements ItemStreamReader<PulledObject> {

    private final HubSpot hubSpot;
    private final ObjectType type;
    private final PullWindow window;
    private final long listAbove;
    private final IndexSurplus surplus;
    private final RunTally tally;
    private final InstantSource clock;

    private final Deque<PulledObject> buffer = new ArrayDeque<>();
    private PullPosition resumeAt = PullPosition.BEGINNING;
    private @Nullable PagesAhead pages;
    private @Nullable PlacedPage page;
    private @Nullable Instant scanStartedAt;
    private @Nullable Instant newest;
    private long read;
    private long expected = -1;

    PullReader(
            HubSpot hubSpot,
            ObjectType type,
            PullWindow window,
            long listAbove,
            IndexSurplus surplus,
            RunTally tally,
            InstantSource clock) {
        this.hubSpot = hubSpot;
        this.type = type;
        this.window = window;
        this.listAbove = listAbove;
        this.surplus = surplus;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public void open(ExecutionContext context) {
        if (context.containsKey(Scans.STARTED_AT)) {
            scanStartedAt = Instant.parse(context.getString(Scans.STARTED_AT));
            newest = context.containsKey(Scans.NEWEST) ? Instant.parse(context.getString(Scans.NEWEST)) : null;
            resumeAt = PullPosition.from(context);
        }
        PageSource source = new PageSource(hubSpot, type, window, listAbove, surplus.known(), resumeAt);
        pages = new PagesAhead("fetch-" + type.apiName(), source);
    }

    @Override
    public @Nullable PulledObject read() {
        while (buffer.isEmpty()) {
            if (page != null && page.last()) {
                noteIfNobodyIsThere();
                surplus.tell(page.surplus());
                return null;
            }
            takePage();
        }
        PulledObject next = buffer.remove();
        Instant modifiedAt = next.facts().modifiedAt();
        newest = newest == null || modifiedAt.isAfter(newest) ? modifiedAt : newest;
        if (!resumeAt.byList()) {
            resumeAt = PullPosition.behind(next.facts().id());
        }
        read++;
        return next;
    }

    private void takePage() {
        if (pages == null) {
            throw new IllegalStateException("The reader of " + type.apiName() + " was not opened");
        }
        page = pages.take();
        if (scanStartedAt == null) {
            scanStartedAt = earlier(page.page().serverTime(), clock.instant());
        }
        if (expected < 0) {
            expected = page.page().total();
        }
        resumeAt = page.position();
        buffer.addAll(page.page().objects());
        tally.progress("pull-" + type.apiName(), read + buffer.size(), expected);
    }

    /** An account without contacts looks like a token that may see none, or that belongs to another account. */
    private void noteIfNobodyIsThere() {
        if (type == ObjectType.CONTACTS && window.isFirst() && newest == null) {
            tally.note(
                    "contacts",
                    "HubSpot shows no contact at all. If there are some, HUBSPOT_ACCESS_TOKEN may belong to another"
                            + " account; the next run looks again.");
        }
    }

    /** Whichever clock is wrong, the earlier instant only widens the next window. */
    private static Instant earlier(Instant hubSpots, Instant ours) {
        return hubSpots.isBefore(ours) ? hubSpots : ours;
    }

    @Override
    public void update(ExecutionContext context) {
        if (scanStartedAt == null) {
            return;
        }
        context.putString(Scans.STARTED_AT, scanStartedAt.toString());
        if (newest != null) {
            context.putString(Scans.NEWEST, newest.toString());
        }
        resumeAt.save(context);
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
