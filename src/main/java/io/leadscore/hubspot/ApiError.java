package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Wire: an error, of a whole request or of one row. Every field is optional (error handling guide). The free-text
 * message may quote values of the CRM: it is looked into for a code and for names of properties, which HubSpot's batch
 * endpoints give nowhere else, and goes no further.
 */
record ApiError(
        @Nullable Object status,
        @Nullable String category,
        @Nullable Object subCategory,
        @Nullable String code,
        @Nullable String message,
        @Nullable String errorType,
        @Nullable String policyName,
        @Nullable String correlationId,
        @Nullable Map<String, @Nullable Object> context,
        @Nullable List<ApiError> errors) {

    static final ApiError UNKNOWN = new ApiError(null, null, null, null, null, null, null, null, null, null);

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");
    private static final Pattern PROPERTY = Pattern.compile("[a-z][a-z0-9_]{0,99}");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern QUOTED_CODE = Pattern.compile("\"error\"\\s*:\\s*\"([A-Z_]{1,99})\"");
    private static final Pattern QUOTED_NAME = Pattern.compile("\"name\"\\s*:\\s*\"([a-z][a-z0-9_]{0,99})\"");

    /** The most telling code: of the first detail, else of this error, else its category. */
    @Nullable
    String mostTellingCode() {
        return details()
                .map(ApiError::code)
                .filter(Objects::nonNull)
                .filter(text -> CODE.matcher(text).matches())
                .findFirst()
                .or(() -> quoted(QUOTED_CODE).stream().findFirst())
                .or(() -> Stream.of(subCategoryText(), safeCategory())
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    /** Names of the properties at fault. */
    List<String> propertyNames() {
        List<String> names = details()
                .flatMap(error -> error.strings("propertyName").stream())
                .filter(name -> PROPERTY.matcher(name).matches())
                .distinct()
                .toList();
        return names.isEmpty() ? quoted(QUOTED_NAME) : names;
    }

    /** The values under this key of the context, whether it holds one or a list. */
    List<String> strings(String key) {
        Object value = context == null ? null : context.get(key);
        if (value instanceof Collection<?> list) {
            return list.stream().filter(Objects::nonNull).map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /** Like {@link #strings}, of this error and its details. */
    List<String> deepStrings(String key) {
        return details()
                .flatMap(error -> error.strings(key).stream())
                .distinct()
                .toList();
    }

    /** Category, or the error type that stands in its place in answers 429; null unless it looks like one. */
    @Nullable
    String safeCategory() {
        return Stream.of(category, errorType)
                .filter(Objects::nonNull)
                .filter(text -> CODE.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    /** The subcategory, which is text in answers and an object in HubSpot's specification. */
    @Nullable
    String subCategoryText() {
        return subCategory instanceof String text && CODE.matcher(text).matches() ? text : null;
    }

    /** The id by which HubSpot's support finds the call; null when there is none. */
    @Nullable
    String safeCorrelationId() {
        return correlationId != null && CORRELATION.matcher(correlationId).matches() ? correlationId : null;
    }

    private Stream<ApiError> details() {
        Stream<ApiError> nested = errors == null
                ? Stream.empty()
                : errors.stream().filter(Objects::nonNull).flatMap(ApiError::details);
        return Stream.concat(nested, Stream.of(this));
    }

    private List<String> quoted(Pattern pattern) {
        List<String> found = new ArrayList<>();
        details().map(ApiError::message).filter(Objects::nonNull).forEach(text -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        });
        return found.stream().distinct().toList();
    }
}
