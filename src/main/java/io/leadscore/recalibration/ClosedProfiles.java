package io.leadscore.recalibration;

import io.leadscore.lead.StaticFacts;
import io.leadscore.learning.CentroidLearner;
import io.leadscore.learning.DealSource;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.ScoringProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fit profiles of closed deals' leads, each as it was when the deal was made. Immutable once read. */
final class ClosedProfiles {

    private final Map<String, FitProfile> profiles = new LinkedHashMap<>();
    private final Map<String, Instant> newest = new LinkedHashMap<>();

    /** @param now deals that were made later are left out */
    static ClosedProfiles of(DealSource deals, ScoringProfile profile, StaticFacts statics, Instant now) {
        ClosedProfiles read = new ClosedProfiles();
        deals.forEachHistory(history -> {
            Instant made = history.deal().createdAt();
            if (history.deal().isClosed() && !made.isAfter(now)) {
                FitProfile then = CentroidLearner.profileThen(profile, history, statics);
                String key = then.key();
                read.profiles.putIfAbsent(key, then);
                read.newest.merge(key, made, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return read;
    }

    /** Each profile once. */
    Collection<FitProfile> all() {
        return profiles.values();
    }

    /** Their keys. */
    Collection<String> keys() {
        return profiles.keySet();
    }

    /** The profiles of deals that were made at an instant or later. */
    List<FitProfile> since(Instant instant) {
        return profiles.entrySet().stream()
                .filter(one -> !newest.getOrDefault(one.getKey(), Instant.EPOCH).isBefore(instant))
                .map(Map.Entry::getValue)
                .toList();
    }
}
