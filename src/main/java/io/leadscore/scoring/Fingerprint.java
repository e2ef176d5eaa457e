package io.leadscore.scoring;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a tree of records, maps, lists and plain values, over a canonical text: names and values in fixed
 * order, strings with their length, numbers by their bits (the text of a double differs between versions of Java).
 */
final class Fingerprint {

    /** What profiles came to say later: while it is empty it is left out, so that earlier profiles keep their fingerprint. */
    private static final Set<String> LATER = Set.of("callOutcomes", "meetingOutcomes", "segments");

    private final StringBuilder text = new StringBuilder(4_096);

    private Fingerprint() {}

    static String of(Record root) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.append(root);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(fingerprint.text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, though every Java has it", e);
        }
    }

    private void append(@Nullable Object value) {
        if (value instanceof Record node) {
            appendRecord(node);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            text.append('{');
            sorted.forEach((key, entry) -> {
                append(key);
                append(entry);
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(this::append);
            text.append(']');
        } else if (value instanceof Double number) {
            text.append('d').append(Double.doubleToLongBits(number)).append(';');
        } else {
            String plain = String.valueOf(value);
            text.append(plain.length()).append(':').append(plain);
        }
    }

    private void appendRecord(Record node) {
        text.append('(');
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(node);
                if (!LATER.contains(component.getName())
                        || !(Map.of().equals(value) || List.of().equals(value))) {
                    append(component.getName());
                    append(value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("record " + node.getClass().getSimpleName() + " is not readable", e);
            }
        }
        text.append(')');
    }
}
