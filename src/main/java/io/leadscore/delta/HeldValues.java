package io.leadscore.delta;

import io.leadscore.hubspot.LastKnown;
import io.leadscore.lead.Facts;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Mirror;
import io.leadscore.report.RunTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the last known values of properties that the account has no more, declared ones and HubSpot's own: that a property
 * was archived says nothing of a lead. Thread-safe.
 */
record HeldValues(long portalId, ObjectType type, LedgerProperties properties, Mirror mirror, RunTally tally) {

    /** These facts with the values that are held. */
    List<Facts> in(List<Facts> pulled) {
        return custom(builtIn(pulled));
    }

    private List<Facts> builtIn(List<Facts> pulled) {
        Set<String> absent = properties.absent(portalId, type);
        if (absent.isEmpty() || pulled.isEmpty()) {
            return pulled;
        }
        LastKnown lastKnown = new LastKnown(absent);
        Map<Long, Facts> known =
                mirror.known(portalId, type, pulled.stream().map(Facts::id).toList());
        return pulled.stream()
                .map(facts -> lastKnown.in(facts, known.getOrDefault(facts.id(), facts)))
                .toList();
    }

    private List<Facts> custom(List<Facts> pulled) {
        Set<String> vanished = properties.vanished(portalId, type);
        if (vanished.isEmpty() || pulled.isEmpty()) {
            return pulled;
        }
        Map<Long, Map<String, String>> known =
                mirror.custom(portalId, type, pulled.stream().map(Facts::id).toList());
        return pulled.stream()
                .map(facts -> held(facts, known.getOrDefault(facts.id(), Map.of()), vanished))
                .toList();
    }

    private Facts held(Facts facts, Map<String, String> known, Set<String> vanished) {
        Map<String, String> custom = new HashMap<>(facts.custom());
        custom.keySet().removeAll(vanished);
        known.forEach((property, value) -> {
            if (vanished.contains(property)) {
                custom.put(property, value);
                tally.add("values held", 1);
            }
        });
        return facts.withCustom(custom);
    }
}
