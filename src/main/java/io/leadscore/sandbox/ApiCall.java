package io.leadscore.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request.
 *
 * @param parameters the path's variables
 * @param query the undecoded query, or null
 * @param rawBody the body as received
 * @param fault what befalls it; null: nothing
 */
record ApiCall(
        String method,
        String path,
        Map<String, String> parameters,
        @Nullable String query,
        String rawBody,
        @Nullable FaultKind fault) {

    /** Whether a fault wants the first input of a batch refused. */
    boolean partial() {
        return fault == FaultKind.PARTIAL;
    }

    /** Whether a person is to choose an owner right before this call does. */
    boolean overtaken() {
        return fault == FaultKind.OWNER_CHOSEN;
    }

    String parameter(String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    /** The version segment, such as {@code 2026-09}. */
    String version() {
        return parameters.getOrDefault("V", "");
    }

    RecordType type() {
        return type("type");
    }

    /** The record type that a path variable names; 400 if none. */
    RecordType type(String name) {
        RecordType type = RecordType.ofSegment(parameter(name));
        if (type == null) {
            throw ApiProblem.invalid("Unable to infer object type from: " + parameter(name));
        }
        return type;
    }

    JsonNode body() {
        return Json.parse(rawBody);
    }

    /** The batch's inputs; none when the body lacks the wrapper. */
    List<JsonNode> inputs() {
        List<JsonNode> inputs = new ArrayList<>();
        JsonNode array = body().get("inputs");
        if (array != null) {
            array.forEach(inputs::add);
        }
        return inputs;
    }

    @Nullable
    String queryValue(String name) {
        List<String> values = queryValues(name);
        return values.isEmpty() ? null : values.get(0);
    }

    boolean archived() {
        return "true".equals(queryValue("archived"));
    }

    /** The values of a query parameter, repeated or separated by commas. */
    List<String> queryValues(String name) {
        return formValues(query == null ? "" : query, name);
    }

    /** A field of a form-encoded body. */
    @Nullable
    String formValue(String name) {
        for (String pair : rawBody.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static List<String> formValues(String form, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                for (String value : decoded(pair.substring(name.length() + 1)).split(",", -1)) {
                    if (!value.isBlank()) {
                        values.add(value.strip());
                    }
                }
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The page size asked for; 400 when it is above the most. */
    static int limit(@Nullable String asked, int unasked, int most) {
        if (asked == null) {
            return unasked;
        }
        int limit = (int) Math.min(number(asked), Integer.MAX_VALUE);
        if (limit < 1 || limit > most) {
            throw ApiProblem.invalid("limit must be between 1 and " + most);
        }
        return limit;
    }

    /** A whole number; 400 when it is none. */
    static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw ApiProblem.invalid("'" + text + "' is not a valid number");
        }
        return Long.parseLong(text);
    }
}
