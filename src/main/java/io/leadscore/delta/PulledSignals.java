package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ListedOptions;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers for which custom signals, and by which rules of reading, a type was pulled in full. Where either is another one
 * later, the type must be pulled in full once more: records that have not changed since would lack it. Thread-safe.
 */
record PulledSignals(
        AccountState accountState, ScoringSettings settings, LedgerProperties properties, InstantSource clock) {

    private static final String STATE = "delta-scoring.signals-of-";

    /** By which rules values are read and kept; to be raised when they change what the mirror holds. */
    private static final String RULES = "values-2";

    /** Before a property that was pulled once, and that the account has no more. */
    private static final String HELD = "!";

    /** Whether the mirror has every declared signal of this type that the account has. */
    boolean areComplete(long portalId, ObjectType type) {
        Set<String> needed = declared(type);
        needed.removeAll(properties.vanished(portalId, type));
        return pulled(portalId, type).containsAll(needed);
    }

    /** Whether the mirror has, or had, a property. */
    boolean had(long portalId, ObjectType type, String property) {
        Set<String> pulled = pulled(portalId, type);
        return pulled.contains(property) || pulled.contains(HELD + property);
    }

    /** The declared properties that the account had, and has no more. */
    Set<String> vanished(long portalId, ObjectType type) {
        return properties.vanished(portalId, type);
    }

    /** Those of them that were still there at the run before. */
    Set<String> newlyVanished(long portalId, ObjectType type) {
        Set<String> vanished = vanished(portalId, type);
        vanished.removeIf(property -> pulled(portalId, type).contains(HELD + property));
        return vanished;
    }

    /** Every type was pulled with the signals declared now. */
    void remember(long portalId) {
        for (ObjectType type : ObjectType.values()) {
            Set<String> vanished = properties.vanished(portalId, type);
            List<String> pulled = declared(type).stream()
                    .map(property -> vanished.contains(property) ? HELD + property : property)
                    .toList();
            accountState.put(portalId, STATE + type.apiName(), String.join(",", pulled), clock.instant());
        }
    }

    private Set<String> pulled(long portalId, ObjectType type) {
        String pulled = accountState.get(portalId, STATE + type.apiName());
        return pulled == null ? Set.of() : new HashSet<>(List.of(pulled.split(",")));
    }

    private Set<String> declared(ObjectType type) {
        Set<String> declared = new TreeSet<>();
        declared.add(RULES);
        for (CustomSignal signal : settings.profile().customSignals()) {
            if (signal.objectType() == type) {
                declared.add(signal.property());
            }
        }
        if (type.isEngagement()) {
            for (ListedOptions list : ListedOptions.of(settings.profile())) {
                if (list.objectType() == type) {
                    // What was kept by HubSpot's id is then kept as it is listed.
                    declared.add(
                            "outcomes-" + Integer.toHexString(list.options().hashCode()));
                }
            }
        }
        return declared;
    }
}
