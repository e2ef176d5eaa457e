package io.leadscore.settings;

import io.leadscore.lead.ObjectType;
import io.leadscore.scoring.Condition;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scoring profile as the file that says it, with the comments of the file that comes with the program. Reading it
 * gives the same profile again. ASCII only, so that no terminal can harm it.
 */
public final class ScoringProfileText {

    /** Longer lines are broken up. */
    private static final int WIDTH = 118;

    private static final String INDENT = "  ";

    private final YamlComments comments = YamlComments.packaged();
    private final StringBuilder text = new StringBuilder();

    private ScoringProfileText() {}

    /**
     * The file.
     *
     * @param heading what it is, in a line
     */
    public static String of(ScoringProfile profile, String heading) {
        ScoringProfileText writer = new ScoringProfileText();
        writer.text.append("# ").append(YamlScalar.printable(heading)).append('\n');
        tree(profile).forEach((key, value) -> {
            writer.text.append('\n');
            writer.entry(key, "", key, value);
        });
        return writer.text.toString();
    }

    private void entry(String path, String indent, String key, Object value) {
        comments.of(path).forEach(line -> text.append(indent).append(line).append('\n'));
        text.append(indent).append(YamlScalar.of(key)).append(':');
        value(path, indent, value, indent.length() + key.length() + 2);
    }

    private void value(String path, String indent, Object value, int used) {
        boolean nested = value instanceof Map<?, ?> map && map.values().stream().anyMatch(Map.class::isInstance);
        String inline = inline(value);
        boolean section = indent.isEmpty() && value instanceof Map<?, ?> map && !map.isEmpty();
        if (!nested && !section && used + inline.length() <= WIDTH) {
            text.append(' ').append(inline).append('\n');
        } else if (value instanceof Map<?, ?> map) {
            text.append('\n');
            map.forEach((key, below) -> entry(path + "." + key, indent + INDENT, String.valueOf(key), below));
        } else if (value instanceof List<?> list) {
            text.append('\n');
            list.forEach(item -> item(path, indent + INDENT, item));
        } else {
            text.append(' ').append(inline).append('\n');
        }
    }

    private void item(String path, String indent, Object item) {
        String inline = inline(item);
        if (!(item instanceof Map<?, ?> map) || indent.length() + inline.length() + 2 <= WIDTH) {
            text.append(indent).append("- ").append(inline).append('\n');
            return;
        }
        String lead = indent + "- ";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            text.append(lead).append(YamlScalar.of(key)).append(':');
            value(path + "." + key, indent + INDENT, entry.getValue(), indent.length() + key.length() + 4);
            lead = indent + INDENT;
        }
    }

    private static String inline(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> YamlScalar.of(String.valueOf(entry.getKey())) + ": " + inline(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ScoringProfileText::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String word ? YamlScalar.of(word) : String.valueOf(value);
    }

    /** The record as maps, lists, words and numbers, by the keys of the file; what is not said is left out. */
    private static Map<String, Object> tree(Record node) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = value(node, component);
            if (value != null && !(node instanceof CustomSignal && isEmpty(value))) {
                tree.put(ProfileYaml.key(component.getName()), plain(value));
            }
        }
        return tree;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static Object plain(Object value) {
        if (value instanceof Condition condition) {
            return condition.values();
        }
        if (value instanceof Record node) {
            return tree(node);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, one) -> plain.put(String.valueOf(key), plain(one)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ScoringProfileText::plain).toList();
        }
        if (value instanceof Duration duration) {
            return DurationText.of(duration);
        }
        if (value instanceof ObjectType type) {
            return type == ObjectType.COMPANIES
                    ? "company"
                    : type.name().toLowerCase(Locale.ROOT).replaceAll("s$", "");
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value instanceof Double number ? YamlScalar.decimal(number) : value;
    }

    private static @Nullable Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
