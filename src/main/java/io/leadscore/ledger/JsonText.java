package io.leadscore.ledger;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import io.leadscore.scoring.Contribution;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON in a column, always with sorted keys where their order means nothing. Thread-safe. */
final class JsonText {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private JsonText() {}

    /** Built at first use: a command that reads no JSON does not pay for it. */
    private static final class Lazily {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                // A lead has some twenty contributions: without their keys they take a third of the room.
                .withConfigOverride(
                        Contribution.class, override -> override.setFormat(JsonFormat.Value.forShape(Shape.ARRAY)))
                .build();
    }

    static String of(Object value) {
        return Lazily.MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return Lazily.MAPPER.readValue(json, type);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return Lazily.MAPPER.readValue(json, type);
    }

    /** A map of texts with its keys sorted; null when it is empty. */
    static @Nullable String ofTexts(Map<String, String> texts) {
        return texts.isEmpty() ? null : of(new TreeMap<>(texts));
    }

    static Map<String, String> readTexts(@Nullable String json) {
        return json == null ? Map.of() : read(json, TEXTS);
    }
}
