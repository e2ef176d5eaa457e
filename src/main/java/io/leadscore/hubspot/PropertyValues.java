package io.leadscore.hubspot;

import io.leadscore.lead.OptionText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record's property values, which HubSpot always writes as text, read leniently: what is empty or unreadable is
 * unknown, never an error.
 */
final class PropertyValues {

    private final Map<String, @Nullable String> values;
    private final PageProperties properties;

    PropertyValues(@Nullable Map<String, @Nullable String> values, PageProperties properties) {
        this.values = values == null ? new TreeMap<>() : values;
        this.properties = properties;
    }

    /** The value as it is; null when it is empty. For reading within the room only. */
    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of an enumeration, as it is kept. */
    @Nullable
    String choice(String name) {
        String value = text(name);
        return value == null ? null : properties.kept(name, value);
    }

    boolean flag(String name) {
        String text = text(name);
        return text != null && Boolean.TRUE.equals(YesOrNo.read(OptionText.of(text)));
    }

    @Nullable
    Double decimal(String name) {
        return parseDecimal(text(name));
    }

    static @Nullable Double parseDecimal(@Nullable String text) {
        return NumberText.parse(text);
    }

    /** A whole number, rounded. */
    @Nullable
    Long whole(String name) {
        Double number = decimal(name);
        return number == null || Math.abs(number) > 1e15 ? null : Long.valueOf(Math.round(number));
    }

    /** A count: 0 when it is unknown or negative. */
    int count(String name) {
        Long number = whole(name);
        return number == null ? 0 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, number));
    }

    @Nullable
    Instant instant(String name) {
        return parseInstant(text(name));
    }

    static @Nullable Instant parseInstant(@Nullable String text) {
        return InstantText.parse(text);
    }

    /** The latest of the instants that are known. */
    @Nullable
    Instant latest(String... names) {
        return Arrays.stream(names)
                .map(this::instant)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The record ids in these properties, each of which lists them separated by semicolons. */
    List<Long> ids(String... names) {
        return Arrays.stream(names)
                .map(this::text)
                .filter(Objects::nonNull)
                .flatMap(list -> Arrays.stream(list.split("[;,]", -1)))
                // hs_calculated_merged_vids writes each id with the instant of its merge: 101:1732320000000
                .map(entry -> RecordId.parse(entry.split(":", 2)[0].strip()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The values of declared custom signals, as they are kept; without those that are none of their kind. */
    Map<String, String> custom(Iterable<String> names) {
        Map<String, String> custom = new TreeMap<>();
        for (String name : names) {
            String text = text(name);
            String value = text == null ? null : properties.custom(name, text);
            if (value != null) {
                custom.put(name, value);
            }
        }
        return custom;
    }
}
