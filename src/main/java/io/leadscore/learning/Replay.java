package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StaticFacts;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores leads as they were known while their deals were open, by two weight sets that know no more than the deals that
 * were closed by then. A deal is looked at when it is made and at the {@link Ages} at which it was still open, within the
 * span. A lead comes into High at the first look that finds it there, and again when it was not there at the look before;
 * a lead with several deals is looked at for each. Not thread-safe.
 */
final class Replay {

    private final BacktestSpan span;
    private final Eligibility eligibility;
    private final Blocks blocks;
    private final Structure live;
    private final Structure draft;
    private final StaticFacts statics;
    private final Impact.Builder scores = new Impact.Builder();
    private final List<Judged> judged = new ArrayList<>();
    private Instant first = Instant.MAX;
    private final Map<YearMonth, Long> liveEntries = new TreeMap<>();
    private final Map<YearMonth, Long> draftEntries = new TreeMap<>();

    Replay(
            BacktestSpan span,
            Eligibility eligibility,
            Blocks blocks,
            Structure live,
            Structure draft,
            StaticFacts statics) {
        this.span = span;
        this.eligibility = eligibility;
        this.blocks = blocks;
        this.live = live;
        this.draft = draft;
        this.statics = statics;
    }

    /** Looks at a deal; passes those over that are not of the span. */
    void add(DealHistory history) {
        DealFacts deal = history.deal();
        if (!span.contains(deal.createdAt())) {
            return;
        }
        if (!deal.isClosed()) {
            look(history, span.to());
        } else if (eligibility.excluded(deal, history.lead().contact()) == null) {
            Instant closedAt = deal.closedAt();
            look(history, closedAt != null && closedAt.isBefore(span.to()) ? closedAt : span.to());
        }
    }

    private void look(DealHistory history, Instant until) {
        DealFacts deal = history.deal();
        first = deal.createdAt().isBefore(first) ? deal.createdAt() : first;
        boolean liveWasHigh = false;
        boolean draftWasHigh = false;
        for (int age = 0; age < Ages.count(); age++) {
            Instant at = deal.createdAt().plus(Duration.ofDays(Ages.days(age)));
            if (age > 0 && !at.isBefore(until)) {
                return;
            }
            int block = blocks.of(at);
            Lead lead = history.lead().asOf(at, deal, statics);
            int livePoints = live.points(block, lead);
            int draftPoints = draft.points(block, lead);
            if (age == 0 && deal.isClosed()) {
                scores.add(livePoints, live.priority(livePoints), draftPoints, draft.priority(draftPoints));
                judged.add(new Judged(history.lead().group(), deal.outcome() == Outcome.WON, livePoints, draftPoints));
            }
            liveWasHigh = enters(liveEntries, at, liveWasHigh, live.priority(livePoints));
            draftWasHigh = enters(draftEntries, at, draftWasHigh, draft.priority(draftPoints));
        }
    }

    private static boolean enters(Map<YearMonth, Long> entries, Instant at, boolean wasHigh, Priority priority) {
        boolean isHigh = priority == Priority.HIGH;
        if (isHigh && !wasHigh) {
            entries.merge(BacktestSpan.month(at), 1L, Long::sum);
        }
        return isHigh;
    }

    /** How the closed deals' leads were scored when the deals were made. */
    Impact scores() {
        return scores.build();
    }

    /** The closed deals, in the order in which they came. */
    List<Judged> judged() {
        return judged;
    }

    /** The months from the first deal to the span's end; none without a deal. */
    List<HighEntries> entries() {
        if (!span.contains(first)) {
            return List.of();
        }
        return new BacktestSpan(first, span.to())
                .months().stream()
                        .map(month -> new HighEntries(
                                month.toString(),
                                liveEntries.getOrDefault(month, 0L),
                                draftEntries.getOrDefault(month, 0L)))
                        .toList();
    }

    /**
     * A closed deal.
     *
     * @param group whose deals belong together
     * @param won how it ended
     * @param live points when it was made, by the live weight set
     * @param draft by the draft
     */
    record Judged(long group, boolean won, int live, int draft) {}
}
