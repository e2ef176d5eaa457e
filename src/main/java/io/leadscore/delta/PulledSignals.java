package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.scoring.CustomSignal;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers for which custom signals a type was pulled in full. A signal that is declared later needs the type pulled
 * in full once more: records that have not changed since would lack it. Thread-safe.
 */
record PulledSignals(AccountState accountState, ScoringSettings settings, InstantSource clock) {

    private static final String STATE = "delta-scoring.signals-of-";

    /** Whether the mirror has every declared signal of this type. */
    boolean areComplete(long portalId, ObjectType type) {
        String pulled = accountState.get(portalId, STATE + type.apiName());
        Set<String> known = pulled == null ? Set.of() : new HashSet<>(List.of(pulled.split(",")));
        return known.containsAll(declared(type));
    }

    /** Every type was pulled with the signals declared now. */
    void remember(long portalId) {
        for (ObjectType type : ObjectType.values()) {
            accountState.put(portalId, STATE + type.apiName(), String.join(",", declared(type)), clock.instant());
        }
    }

    private Set<String> declared(ObjectType type) {
        Set<String> properties = new TreeSet<>();
        for (CustomSignal signal : settings.profile().customSignals()) {
            if (signal.objectType() == type) {
                properties.add(signal.property());
            }
        }
        return properties;
    }
}
