package io.leadscore.hubspot;

import java.util.Collection;
import java.util.List;

/** Wire: records that are asked for by id. */
record ReadInputs(List<String> properties, List<Input> inputs) {

    record Input(String id) {}

    static ReadInputs of(List<String> properties, Collection<Long> ids) {
        return new ReadInputs(
                properties, ids.stream().map(id -> new Input(Long.toString(id))).toList());
    }
}
