package io.leadscore.cli;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints results for programs: one JSON value, instants as ISO 8601 in UTC, absent values as null. */
final class JsonOut {

    private JsonOut() {}

    static void print(PrintWriter out, Object value) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out.println(mapper.writeValueAsString(value));
    }
}
