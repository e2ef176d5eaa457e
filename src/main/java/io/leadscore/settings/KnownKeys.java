package io.leadscore.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.Segmentation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which keys may stand where: those of the records that a text is read into. It is asked before anything else, because a
 * misspelt key would otherwise be told as the one that is missing for it.
 */
final class KnownKeys {

    private final YamlRefusal refusal;
    private final YamlLines lines;

    /** What segments are told by. */
    private final List<String> facts = new ArrayList<>();

    KnownKeys(YamlRefusal refusal, YamlLines lines) {
        this.refusal = refusal;
        this.lines = lines;
    }

    /**
     * Looks at all keys of a text.
     *
     * @throws SettingsException when one is not known
     */
    void check(JsonNode root, Class<? extends Record> type) {
        facts.addAll(Segmentation.FACTS);
        root.path("custom-signals")
                .forEach(signal -> facts.add(signal.path("name").asString("")));
        check("", root, type);
    }

    private void check(String path, JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            checkAll(path, node, arguments[arguments.length - 1], generic.getRawType() == Map.class);
        } else if (type instanceof Class<?> fields && fields.isRecord() && node.isObject()) {
            Map<String, Type> known = keys(fields);
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                Type inner = known.get(entry.getKey());
                String below = below(path, entry.getKey());
                if (inner == null) {
                    throw refusal.unknown(below, entry.getKey(), known.keySet(), lines);
                }
                check(below, entry.getValue(), inner);
            }
        }
    }

    private void checkAll(String path, JsonNode node, Type type, boolean map) {
        int index = 0;
        if (map) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                List<String> known = names(path);
                if (known != null && !known.contains(entry.getKey())) {
                    throw refusal.unknown(below(path, entry.getKey()), entry.getKey(), known, lines);
                }
                check(below(path, entry.getKey()), entry.getValue(), type);
            }
        } else if (node.isArray()) {
            for (JsonNode entry : node) {
                check(path + "[" + index++ + "]", entry, type);
            }
        } else {
            check(path, node, type);
        }
    }

    /** The only names that a map may have; null: it may have any. */
    private @Nullable List<String> names(String path) {
        if (path.equals("signals")) {
            return BuiltIn.keys();
        }
        return path.matches("segments\\[\\d+]\\.where") ? facts : null;
    }

    private static Map<String, Type> keys(Class<?> fields) {
        Map<String, Type> keys = new LinkedHashMap<>();
        for (RecordComponent component : fields.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            keys.put(named == null ? ProfileYaml.key(component.getName()) : named.value(), component.getGenericType());
        }
        return keys;
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
