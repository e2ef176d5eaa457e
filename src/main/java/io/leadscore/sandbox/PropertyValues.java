package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The set properties of one record: names and values by turns in one array, because half a million records are kept at
 * once and a map for each would cost more than what it holds.
 */
final class PropertyValues {

    static final PropertyValues NONE = new PropertyValues(new String[0]);

    private final String[] pairs;

    private PropertyValues(String[] pairs) {
        this.pairs = pairs;
    }

    static PropertyValues of(Map<String, String> values) {
        return NONE.with(values);
    }

    @Nullable
    String get(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    /** A copy with these values changed; an empty value clears the property. */
    PropertyValues with(Map<String, String> changes) {
        String[] changed = Arrays.copyOf(pairs, pairs.length + 2 * changes.size());
        int length = pairs.length;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            int at = 0;
            while (at < length && !changed[at].equals(change.getKey())) {
                at += 2;
            }
            if (!change.getValue().isEmpty()) {
                changed[at] = change.getKey().intern();
                changed[at + 1] = change.getValue();
                length = Math.max(length, at + 2);
            } else if (at < length) {
                length -= 2;
                System.arraycopy(changed, at + 2, changed, at, length - at);
            }
        }
        return new PropertyValues(Arrays.copyOf(changed, length));
    }

    Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(Objects.requireNonNull(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
