package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up a contact's seeded activity for the properties in which HubSpot counts it. */
final class Tally {

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> latest = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    void count(String property, long more) {
        counts.merge(property, more, Long::sum);
    }

    void latest(String property, long at) {
        latest.merge(property, at, Math::max);
    }

    void set(String property, String value) {
        texts.put(property, value);
    }

    boolean has(String property, String value) {
        return value.equals(texts.get(property));
    }

    /** The latest of all instants; 0 if there is none. */
    long latest() {
        return latest.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(texts);
        counts.forEach((property, count) -> values.put(property, String.valueOf(count)));
        latest.forEach((property, at) -> values.put(property, PropertyReader.iso(at)));
        return values;
    }
}
