package io.leadscore.hubspot;

import java.time.Duration;

/** A rolling window in which HubSpot allows a number of calls. */
enum Window {
    /** Searches of all objects together: 5 a second for the account (search guide); shares with no other window. */
    SEARCH(Duration.ofSeconds(1), HubSpotSettings.DEFAULT_SEARCH_LIMIT, HubSpotSettings.MAX_SEARCH_LIMIT),

    /** Everything but searches: 100 to 250 in 10 s, by the account's tier (usage guidelines). */
    BURST(Duration.ofSeconds(10), HubSpotSettings.UNKNOWN_BURST_LIMIT, HubSpotSettings.MAX_BURST_LIMIT),

    /** Associations besides: 150 in 10 s on Professional and Enterprise (associations guide). */
    ASSOCIATIONS(Duration.ofSeconds(10), 150, 256);

    private final int spanMillis;
    private final int defaultLimit;
    private final int maxLimit;

    Window(Duration span, int defaultLimit, int maxLimit) {
        this.spanMillis = Math.toIntExact(span.toMillis());
        this.defaultLimit = defaultLimit;
        this.maxLimit = maxLimit;
    }

    int spanMillis() {
        return spanMillis;
    }

    int defaultLimit() {
        return defaultLimit;
    }

    int maxLimit() {
        return maxLimit;
    }
}
