package io.leadscore.cli;

import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Prints results for programs: one JSON value, instants as ISO 8601 in UTC, absent values and NaN as null. */
final class JsonOut {

    private JsonOut() {}

    static void print(PrintWriter out, Object value) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .addModule(new SimpleModule()
                        .addSerializer(Double.class, new KnownNumber())
                        .addSerializer(Double.TYPE, new KnownNumber()))
                .build();
        out.println(mapper.writeValueAsString(value));
    }

    /** JSON has no word for what is not a number. */
    private static final class KnownNumber extends ValueSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }
}
