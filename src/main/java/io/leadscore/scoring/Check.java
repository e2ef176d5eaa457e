package io.leadscore.scoring;

import io.leadscore.lead.OptionText;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a profile's values must be; each refusal is one sentence that names the key. */
final class Check {

    /** How far a sum of percentages may be from 100: enough for 33.33 three times, too little to forget a signal. */
    static final double SUM_TOLERANCE = 0.05;

    private Check() {}

    static <T> T present(@Nullable T value, String key) {
        require(value != null, key + " is missing");
        return Objects.requireNonNull(value);
    }

    static double share(double value, String key) {
        require(value >= 0 && value <= 1, key + " must be between 0 and 1, not " + value);
        return value;
    }

    static double percent(double value, String key) {
        require(value >= 0 && value <= 100, key + " must be between 0 and 100 %, not " + value);
        return value;
    }

    static double positive(double value, String key) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, key + " must be greater than 0, not " + value);
        return value;
    }

    static Duration positive(@Nullable Duration value, String key) {
        Duration duration = present(value, key);
        require(duration.compareTo(Duration.ZERO) > 0, key + " must be longer than 0, not " + duration);
        return duration;
    }

    static void sumsToHundred(double sum, String key) {
        require(Math.abs(sum - 100) <= SUM_TOLERANCE, key + " must sum to 100 %, not " + trimmed(sum) + " %");
    }

    static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** An unmodifiable copy that keeps the order, so that nothing depends on hashes. */
    static <K, V> Map<K, V> copy(@Nullable Map<K, V> map, String key) {
        Map<K, V> copy = new LinkedHashMap<>(present(map, key));
        copy.forEach((name, value) -> present(value, key + "." + name));
        return Collections.unmodifiableMap(copy);
    }

    /** An unmodifiable copy of what HubSpot's options are worth, each as it is compared. */
    static <V> Map<String, V> options(@Nullable Map<String, V> map, String key) {
        Map<String, V> copy = new LinkedHashMap<>();
        copy(map, key).forEach((option, worth) -> copy.put(OptionText.of(option), worth));
        return Collections.unmodifiableMap(copy);
    }

    static <T> List<T> copy(@Nullable List<T> list, String key) {
        present(list, key).forEach(item -> present(item, "an entry of " + key));
        return List.copyOf(present(list, key));
    }

    private static String trimmed(double sum) {
        return String.valueOf(Math.round(sum * 100) / 100.0);
    }
}
