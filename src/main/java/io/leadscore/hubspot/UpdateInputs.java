package io.leadscore.hubspot;

import java.util.List;
import java.util.Map;

/** Wire: a batch of updates. With a trace id for each, a bad row does not take the others with it. */
record UpdateInputs(List<Input> inputs) {

    record Input(String id, String objectWriteTraceId, Map<String, String> properties) {}

    static UpdateInputs of(List<ContactUpdate> updates) {
        return new UpdateInputs(updates.stream()
                .map(update -> new Input(Long.toString(update.id()), traceId(update.id()), update.properties()))
                .toList());
    }

    static String traceId(long id) {
        return "leadscore-" + id;
    }
}
