package io.leadscore.delta;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ListedOptions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers for which custom signals, and by which rules of reading, a type was pulled in full, and without which of
 * HubSpot's own properties. Where any of it is otherwise later, the type must be pulled in full once more: records that have
 * not changed since would lack it. Thread-safe.
 */
record PulledSignals(
        AccountState accountState, ScoringSettings settings, LedgerProperties properties, InstantSource clock) {

    private static final String STATE = "delta-scoring.signals-of-";

    /** By which rules values are read and kept; to be raised when they change what the mirror holds. */
    private static final String RULES = "values-2";

    private static final String RULES_OF_CONTACTS = "values-3";

    /** Before a property that was pulled once, and that the account has no more. */
    private static final String HELD = "!";

    /** Before a property of HubSpot's own that the account never had. */
    private static final String NEVER = "?";

    /** Before a property of HubSpot's own that was pulled once, and that the account has no more. */
    private static final String GONE = "~";

    /** That records of the type were seen, so that what is absent later is gone. */
    private static final String SHOWN = "shown";

    /** Whether the mirror has every declared signal of this type, and every property of HubSpot's own, that the account has. */
    boolean areComplete(long portalId, ObjectType type) {
        Set<String> needed = declared(type);
        needed.removeAll(properties.vanished(portalId, type));
        Set<String> pulled = pulled(portalId, type);
        return pulled.containsAll(needed) && absent(portalId, type).containsAll(lacking(pulled));
    }

    private static Set<String> lacking(Set<String> pulled) {
        Set<String> lacking = new TreeSet<>();
        for (String entry : pulled) {
            if (entry.startsWith(NEVER) || entry.startsWith(GONE)) {
                lacking.add(entry.substring(1));
            }
        }
        return lacking;
    }

    private Set<String> absent(long portalId, ObjectType type) {
        return properties.absent(portalId, type);
    }

    /** The properties of HubSpot's own that the account had, and has no more. */
    Set<String> gone(long portalId, ObjectType type) {
        Set<String> pulled = pulled(portalId, type);
        Set<String> gone = absent(portalId, type);
        gone.removeIf(property -> !pulled.contains(SHOWN) || pulled.contains(NEVER + property));
        return gone;
    }

    /** Those of them that were still there at the run before. */
    Set<String> newlyGone(long portalId, ObjectType type) {
        Set<String> gone = gone(portalId, type);
        gone.removeIf(property -> pulled(portalId, type).contains(GONE + property));
        return gone;
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

    /**
     * Every type was pulled with the signals declared now.
     *
     * @param empty the types of which no record was seen
     */
    void remember(long portalId, Set<ObjectType> empty) {
        for (ObjectType type : ObjectType.values()) {
            Set<String> vanished = properties.vanished(portalId, type);
            List<String> pulled = new ArrayList<>();
            declared(type).forEach(property -> pulled.add(vanished.contains(property) ? HELD + property : property));
            if (!empty.contains(type) || pulled(portalId, type).contains(SHOWN)) {
                Set<String> gone = gone(portalId, type);
                absent(portalId, type)
                        .forEach(property -> pulled.add((gone.contains(property) ? GONE : NEVER) + property));
                pulled.add(SHOWN);
            }
            accountState.put(portalId, STATE + type.apiName(), String.join(",", pulled), clock.instant());
        }
    }

    private Set<String> pulled(long portalId, ObjectType type) {
        String pulled = accountState.get(portalId, STATE + type.apiName());
        return pulled == null ? Set.of() : new HashSet<>(List.of(pulled.split(",")));
    }

    private Set<String> declared(ObjectType type) {
        Set<String> declared = new TreeSet<>();
        declared.add(type == ObjectType.CONTACTS ? RULES_OF_CONTACTS : RULES);
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
