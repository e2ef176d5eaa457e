package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON as it comes and goes. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * The body's tree; an empty object for an empty body.
     *
     * @throws ApiProblem 400 when it is not JSON
     */
    static JsonNode parse(String body) {
        if (body.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode tree = tree(body);
        if (tree == null) {
            throw ApiProblem.invalid("Invalid input JSON on line 1, column 1: unreadable");
        }
        return tree;
    }

    /** The text's tree; null when it is not JSON. */
    static @Nullable JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The names and values of an object node, scalars as text and null as the empty text. */
    static Map<String, String> textValues(JsonNode object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? "" : entry.getValue().asString("")));
        return values;
    }

    /** The elements of an array node as text; none for anything else. */
    static List<String> texts(@Nullable JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            array.forEach(element -> texts.add(element.asString("")));
        }
        return texts;
    }

    /** A map in the given order: name, value, name, value ... */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
