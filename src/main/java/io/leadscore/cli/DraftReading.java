package io.leadscore.cli;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PropertyDefinition;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.DealSource;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of the account's own properties may be worth declaring, and what it costs to read it for the records behind its
 * deals.
 *
 * @param candidates the properties, declared as signals
 * @param ids of the records to be read, by type
 */
record DraftReading(List<CustomSignal> candidates, Map<ObjectType, TreeSet<Long>> ids) {

    private static final List<ObjectType> TYPES = List.of(ObjectType.CONTACTS, ObjectType.COMPANIES, ObjectType.DEALS);

    /** What every account may call, if its limit is not known. */
    private static final double CALLS_A_SECOND = 10;

    private static final int LONGEST_NAME = 64;
    private static final Duration AGE = Duration.ofDays(180);

    /** Reads the definitions of properties, a call for each type, and whose records are behind the deals. */
    static DraftReading of(HubSpot hubSpot, DealSource deals, ScoringProfile profile) {
        List<CustomSignal> candidates = new ArrayList<>();
        // Contacts that succeed are told as deals; they have none of their own to be read.
        boolean ofContacts = profile.outcome().kind().isOfContacts();
        List<ObjectType> types = ofContacts ? List.of(ObjectType.CONTACTS, ObjectType.COMPANIES) : TYPES;
        for (ObjectType type : types) {
            for (PropertyDefinition property : hubSpot.properties(type)) {
                CustomSignal signal = candidate(type, property);
                if (signal != null && profile.customSignals().stream().noneMatch(one -> isSame(one, signal))) {
                    candidates.add(signal);
                }
            }
        }
        Map<ObjectType, TreeSet<Long>> ids = new EnumMap<>(ObjectType.class);
        TYPES.forEach(type -> ids.put(type, new TreeSet<>()));
        deals.forEachHistory(history -> {
            add(ids, ObjectType.DEALS, history.deal().id());
            add(ids, ObjectType.CONTACTS, history.lead().contact().id());
            if (history.lead().company() != null) {
                add(ids, ObjectType.COMPANIES, history.lead().company().id());
            }
        });
        ids.keySet().removeIf(type -> properties(candidates, type).isEmpty());
        return new DraftReading(List.copyOf(candidates), ids);
    }

    private static boolean isSame(CustomSignal one, CustomSignal other) {
        return one.objectType() == other.objectType() && one.property().equals(other.property());
    }

    private static void add(Map<ObjectType, TreeSet<Long>> ids, ObjectType type, long id) {
        ids.computeIfAbsent(type, unused -> new TreeSet<>()).add(id);
    }

    /** Null for what is HubSpot's or ours, free text, personal, hidden or computed. */
    private static @Nullable CustomSignal candidate(ObjectType type, PropertyDefinition property) {
        CustomSignal.Kind kind = kind(property);
        if (kind == null
                || property.hubspotDefined()
                || property.hidden()
                || property.calculated()
                || property.name().startsWith("ai_")) {
            return null;
        }
        String noun = type == ObjectType.COMPANIES ? "company" : type == ObjectType.DEALS ? "deal" : "contact";
        try {
            return new CustomSignal(
                    name(noun + "_" + property.name()),
                    type,
                    property.name(),
                    kind == CustomSignal.Kind.DATE ? Component.RECENCY : Component.FIT,
                    kind,
                    1,
                    null,
                    null,
                    kind == CustomSignal.Kind.DATE ? null : true,
                    null,
                    null,
                    kind == CustomSignal.Kind.DATE ? AGE : null);
        } catch (IllegalArgumentException refused) {
            return null; // free text, or of a person
        }
    }

    private static String name(String full) {
        return full.length() <= LONGEST_NAME
                ? full
                : full.substring(0, LONGEST_NAME - Integer.BYTES * 2 - 1) + "_"
                        + String.format("%08x", full.hashCode());
    }

    private static CustomSignal.@Nullable Kind kind(PropertyDefinition property) {
        return switch (property.type()) {
            case "enumeration" -> property.options().isEmpty() ? null : CustomSignal.Kind.CATEGORY;
            case "bool" -> CustomSignal.Kind.FLAG;
            case "number" -> CustomSignal.Kind.NUMBER;
            case "date", "datetime" -> CustomSignal.Kind.DATE;
            default -> null;
        };
    }

    private static List<String> properties(List<CustomSignal> candidates, ObjectType type) {
        return candidates.stream()
                .filter(signal -> signal.objectType() == type)
                .map(CustomSignal::property)
                .toList();
    }

    long calls() {
        return ids.values().stream()
                .mapToLong(of -> (of.size() + HubSpot.VALUES_A_CALL - 1) / HubSpot.VALUES_A_CALL)
                .sum();
    }

    /** What it costs, in a sentence. */
    String sentence() {
        long minutes = (long) Math.ceil(calls() / CALLS_A_SECOND / 60);
        List<String> parts = new ArrayList<>();
        ids.forEach((type, of) ->
                parts.add(Numbers.grouped(properties(candidates, type).size()) + " properties of "
                        + Numbers.grouped(of.size()) + " " + type.apiName()));
        return candidates.isEmpty()
                ? "The account has no property of its own that could be a signal: no further calls."
                : "Reads " + String.join(", ", parts) + ": " + Numbers.grouped(calls()) + " calls, "
                        + (minutes <= 1 ? "less than a minute" : "about " + minutes + " minutes")
                        + ". Nothing of it is kept.";
    }

    /** Reads the values. */
    Map<ObjectType, Map<Long, Map<String, String>>> read(HubSpot hubSpot) {
        Map<ObjectType, Map<Long, Map<String, String>>> values = new EnumMap<>(ObjectType.class);
        ids.forEach((type, of) -> values.put(type, hubSpot.values(type, of, properties(candidates, type))));
        return values;
    }
}
