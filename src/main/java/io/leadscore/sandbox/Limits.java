package io.leadscore.sandbox;

import java.time.Duration;

/**
 * The request limits that the sandbox enforces, as exact rolling windows. A refused call uses no capacity.
 *
 * @param enforced whether calls are refused at all; the headers are sent in any case
 * @param general calls per {@code generalWindow}, associations included, search not
 * @param generalWindow ten seconds at HubSpot
 * @param search searches per {@code searchWindow}
 * @param searchWindow one second at HubSpot
 * @param associations association calls per {@code generalWindow}
 * @param daily calls a day, search included; counted since the sandbox started
 */
public record Limits(
        boolean enforced,
        int general,
        Duration generalWindow,
        int search,
        Duration searchWindow,
        int associations,
        int daily) {

    public Limits {
        if (general < 1 || search < 1 || associations < 1 || daily < 1) {
            throw new IllegalArgumentException("Every limit must be at least 1.");
        }
    }

    /** Those of a Professional account with a private app: 190 and 150 in ten seconds, 5 searches a second. */
    public static Limits professional() {
        return new Limits(true, 190, Duration.ofSeconds(10), 5, Duration.ofSeconds(1), 150, 625_000);
    }

    /** So many that no client comes near them, as the headers say too. */
    public static Limits none() {
        int enough = 1_000_000;
        return new Limits(false, enough, Duration.ofSeconds(10), enough, Duration.ofSeconds(1), enough, enough);
    }

    public Limits withGeneral(int calls) {
        return new Limits(enforced, calls, generalWindow, search, searchWindow, associations, daily);
    }

    public Limits withSearch(int calls) {
        return new Limits(enforced, general, generalWindow, calls, searchWindow, associations, daily);
    }

    public Limits withAssociations(int calls) {
        return new Limits(enforced, general, generalWindow, search, searchWindow, calls, daily);
    }

    public Limits withDaily(int calls) {
        return new Limits(enforced, general, generalWindow, search, searchWindow, associations, calls);
    }
}
