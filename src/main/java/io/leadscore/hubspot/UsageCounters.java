package io.leadscore.hubspot;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was asked of HubSpot. Thread-safe. */
final class UsageCounters {

    private final Map<Family, LongAdder> calls = new EnumMap<>(Family.class);
    private final LongAdder rateLimited = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private volatile RateHeaders daily = RateHeaders.NONE;

    UsageCounters() {
        for (Family family : Family.values()) {
            calls.put(family, new LongAdder());
        }
    }

    void countSent(Family family) {
        LongAdder counter = calls.get(family);
        if (counter != null) {
            counter.increment();
        }
    }

    void countRetry() {
        retries.increment();
    }

    void countRateLimited() {
        rateLimited.increment();
    }

    void noteDaily(RateHeaders rates) {
        if (rates.dailyRemaining() != null) {
            daily = rates;
        }
    }

    ApiUsage snapshot(RequestBudget budget) {
        Map<String, Long> byFamily = new HashMap<>();
        calls.forEach((family, counter) -> byFamily.put(family.key(), counter.sum()));
        RateHeaders seen = daily;
        return new ApiUsage(
                byFamily,
                rateLimited.sum(),
                retries.sum(),
                budget.waited(),
                budget.limit(Window.BURST),
                budget.limit(Window.SEARCH),
                seen.daily(),
                seen.dailyRemaining());
    }
}
