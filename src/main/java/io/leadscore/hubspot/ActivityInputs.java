package io.leadscore.hubspot;

import java.util.List;
import java.util.Map;

/** Wire: a batch of activities to be created. With a trace id for each, a bad row does not take the others with it. */
record ActivityInputs(List<Input> inputs) {

    private static final String OWN = "HUBSPOT_DEFINED";

    record Input(String objectWriteTraceId, Map<String, String> properties, List<Association> associations) {}

    record Association(To to, List<Type> types) {}

    record To(String id) {}

    record Type(String associationCategory, int associationTypeId) {}

    static ActivityInputs of(List<NewActivity> rows) {
        return new ActivityInputs(rows.stream()
                .map(row -> new Input(
                        row.marker(),
                        row.properties(),
                        List.of(new Association(
                                new To(Long.toString(row.contactId())),
                                List.of(new Type(OWN, row.kind().toContact()))))))
                .toList());
    }
}
