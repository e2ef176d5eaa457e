package io.leadscore.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks and notes: creates them, and finds those again whose answer was lost. Thread-safe. */
public final class Activities {

    /** HubSpot's most inputs in a batch (object APIs guide). */
    public static final int LARGEST_BATCH = RecordReader.LARGEST_BATCH;

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;
    private final ActivityFinder finder;

    /** @param version the version segment of writes */
    Activities(HubSpotApi api, Calls calls, String version, ActivityFinder finder) {
        this.api = api;
        this.calls = calls;
        this.version = version;
        this.finder = finder;
    }

    /**
     * Creates activities on contacts: of each kind, a call for every {@value #LARGEST_BATCH}. One that HubSpot refuses
     * harms no other; where a whole batch is refused for it, finding it takes at most 2 log2(100) = 14 more calls, and
     * nothing was created by a refused batch. A call that may have reached HubSpot without an answer is not repeated:
     * all its rows are {@link Outcome.Unanswered}. After a failure that every call shares (token, scope, daily limit,
     * HubSpot cannot be reached) the rest of that kind is {@link Outcome.Unsent}.
     *
     * <p>Whoever must know after a kill what was sent calls this with at most {@value #LARGEST_BATCH} of one kind and
     * notes the outcome after each call.
     *
     * @return the outcome of every one, by marker; never throws for what HubSpot does or the thread's interruption
     * @throws IllegalArgumentException when two have the same marker
     */
    public Map<String, Outcome> create(List<? extends NewActivity> activities) {
        Map<ActivityKind, List<NewActivity>> byKind = new LinkedHashMap<>();
        Set<String> markers = new HashSet<>();
        for (NewActivity activity : activities) {
            if (!markers.add(activity.marker())) {
                throw new IllegalArgumentException("Two activities have the marker " + activity.marker() + ".");
            }
            byKind.computeIfAbsent(activity.kind(), kind -> new ArrayList<>()).add(activity);
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        byKind.forEach((kind, rows) -> {
            ActivityCreation creation = new ActivityCreation(api, calls, version, kind);
            Batches.of(rows, LARGEST_BATCH).forEach(creation::send);
            outcomes.putAll(creation.outcomes());
        });
        return outcomes;
    }

    /**
     * Looks for activities that may have been created: first by search for all of ours since then (a call for every
     * 200; it lags behind by some seconds or more), then for those that are missing by reading what is associated to
     * their contacts, which does not lag (a call for every 1,000 contacts and one for every 100 of their activities of
     * this kind, newest first, until all are found). An activity of a contact that was merged away is found by search
     * alone. One that a person deleted meanwhile is not found.
     *
     * <p>HubSpot may still be at it when an answer is lost, for 100 s at most (error handling guide, status 524): only
     * after that is what is not found not done.
     *
     * @param markers by contact id
     * @param since a little before the first of them was sent; clocks may differ by up to ten minutes
     * @return id by marker, of those that exist
     * @throws HubSpotException when HubSpot cannot be asked; nothing is then known of any
     */
    public Map<String, Long> find(ActivityKind kind, Map<Long, Set<String>> markers, Instant since) {
        return finder.find(kind, markers, since);
    }
}
