package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.ClosedDeal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The deals of a span, seen from afar: how many of each kind, and when they were made. Not thread-safe. */
final class BacktestDeals {

    private final BacktestSpan span;
    private final Eligibility eligibility;
    private final Map<String, Long> others = new TreeMap<>();
    private final List<Long> created = new ArrayList<>();
    private int won;
    private long open;

    /** @param now until when facts are known */
    BacktestDeals(BacktestSpan span, Instant now) {
        this.span = span;
        this.eligibility = new Eligibility(span.from(), now);
    }

    void add(ClosedDeal closed) {
        DealFacts deal = closed.deal();
        if (!span.contains(deal.createdAt())) {
            return;
        }
        String excluded = eligibility.excluded(deal, closed.contact());
        if (excluded != null) {
            others.merge(excluded, 1L, Long::sum);
            return;
        }
        created.add(deal.createdAt().toEpochMilli());
        won += deal.outcome() == Outcome.WON ? 1 : 0;
    }

    void addOpen(DealFacts deal) {
        open += span.contains(deal.createdAt()) ? 1 : 0;
    }

    Eligibility eligibility() {
        return eligibility;
    }

    boolean isEmpty() {
        return created.isEmpty();
    }

    int won() {
        return won;
    }

    int lost() {
        return created.size() - won;
    }

    Blocks blocks() {
        return Blocks.since(
                span.from(), created.stream().mapToLong(Long::longValue).toArray());
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("won", (long) won());
        counts.put("lost", (long) lost());
        counts.put("open", open);
        counts.putAll(others);
        return counts;
    }
}
