package io.leadscore.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How a lead's own closed deals went. A deal counts from its close on, and never for itself.
 *
 * @param won deals won
 * @param lost deals lost
 * @param lastClosedAt when the last of them was closed; null when there is none
 */
public record TrackRecord(int won, int lost, @Nullable Instant lastClosedAt) {

    /** No deal closed yet. */
    public static final TrackRecord NONE = new TrackRecord(0, 0, null);

    /** Of those of these deals that are closed, as far as it is known when. */
    public static TrackRecord of(Collection<DealFacts> deals) {
        TrackRecord record = NONE;
        for (DealFacts deal : deals) {
            record = deal.isClosed() ? record.with(deal) : record;
        }
        return record;
    }

    /**
     * How a lead's other deals had gone when one was made; of one that was closed before HubSpot had it, as imported ones
     * are, when it was closed.
     *
     * @param deals all of the lead's deals, this one too
     */
    public static TrackRecord before(DealFacts deal, Collection<DealFacts> deals) {
        Instant closedAt = deal.closedAt();
        Instant began = closedAt != null && closedAt.isBefore(deal.createdAt()) ? closedAt : deal.createdAt();
        TrackRecord record = NONE;
        for (DealFacts other : deals) {
            record = other.id() != deal.id() && other.isClosedBefore(began) ? record.with(other) : record;
        }
        return record;
    }

    private TrackRecord with(DealFacts closed) {
        Instant closedAt = closed.closedAt();
        if (closedAt == null) {
            return this;
        }
        Instant last = lastClosedAt == null || closedAt.isAfter(lastClosedAt) ? closedAt : lastClosedAt;
        return closed.outcome() == Outcome.WON
                ? new TrackRecord(won + 1, lost, last)
                : new TrackRecord(won, lost + 1, last);
    }

    /** Deals won or lost. */
    public int deals() {
        return won + lost;
    }

    /** Whole days since the last of the deals was closed, 0 or more; 0 when there is none. */
    public long daysSince(Instant at) {
        return lastClosedAt == null
                ? 0
                : Math.max(0, Duration.between(lastClosedAt, at).toDays());
    }
}
