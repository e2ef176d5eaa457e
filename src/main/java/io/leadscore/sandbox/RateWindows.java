package io.leadscore.sandbox;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The account's request limits. A refused call uses no capacity. Thread-safe. */
final class RateWindows {

    private final Limits limits;
    private final LongSupplier ticker;
    private final RateWindow general;
    private final RateWindow search;
    private final RateWindow associations;
    private int today;

    RateWindows(Limits limits, LongSupplier ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.general = new RateWindow(limits.general(), limits.generalWindow());
        this.search = new RateWindow(limits.search(), limits.searchWindow());
        this.associations = new RateWindow(limits.associations(), limits.generalWindow());
    }

    /** Takes what a call of this family needs; else says which limit refuses it. */
    synchronized @Nullable RatePolicy take(Family family) {
        if (family == Family.EXEMPT) {
            return null;
        }
        long now = ticker.getAsLong();
        RatePolicy refusal = limits.enforced() ? refusal(family, now) : null;
        if (refusal == null) {
            today++;
            if (family == Family.SEARCH) {
                search.take(now);
            } else {
                general.take(now);
            }
            if (family == Family.ASSOCIATIONS) {
                associations.take(now);
            }
        }
        return refusal;
    }

    private @Nullable RatePolicy refusal(Family family, long now) {
        if (today >= limits.daily()) {
            return RatePolicy.DAILY;
        }
        return switch (family) {
            case SEARCH -> search.remaining(now) > 0 ? null : RatePolicy.SECONDLY;
            case ASSOCIATIONS ->
                general.remaining(now) > 0 && associations.remaining(now) > 0 ? null : RatePolicy.TEN_SECONDLY_ROLLING;
            case GENERAL, EXEMPT -> general.remaining(now) > 0 ? null : RatePolicy.TEN_SECONDLY_ROLLING;
        };
    }

    synchronized int usedToday() {
        return today;
    }

    int daily() {
        return limits.daily();
    }

    /** The headers of every answer but search's and the exempt ones'. */
    synchronized Map<String, String> headers(Family family) {
        if (family == Family.SEARCH || family == Family.EXEMPT) {
            return Map.of();
        }
        return Map.of(
                "X-HubSpot-RateLimit-Max",
                String.valueOf(limits.general()),
                "X-HubSpot-RateLimit-Remaining",
                String.valueOf(general.remaining(ticker.getAsLong())),
                "X-HubSpot-RateLimit-Interval-Milliseconds",
                String.valueOf(limits.generalWindow().toMillis()),
                "X-HubSpot-RateLimit-Daily",
                String.valueOf(limits.daily()),
                "X-HubSpot-RateLimit-Daily-Remaining",
                String.valueOf(Math.max(0, limits.daily() - today)));
    }
}
