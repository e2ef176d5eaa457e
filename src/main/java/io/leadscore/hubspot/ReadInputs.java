package io.leadscore.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: records that are asked for by id. */
record ReadInputs(
        List<String> properties,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> propertiesWithHistory,
        List<Input> inputs) {

    record Input(String id) {}

    static ReadInputs of(List<String> properties, Collection<Long> ids) {
        return new ReadInputs(
                properties,
                null,
                ids.stream().map(id -> new Input(Long.toString(id))).toList());
    }

    static ReadInputs withHistory(List<String> properties, Collection<Long> ids) {
        return new ReadInputs(properties, properties, of(List.of(), ids).inputs());
    }
}
