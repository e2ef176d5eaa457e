package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;

/**
 * Why a property's value was refused.
 *
 * @param code HubSpot's code, such as {@code INVALID_OPTION}
 */
record PropertyProblem(String code, String property, String message) {

    /** The sentence that HubSpot puts around all problems of one record: a JSON array within text. */
    static String message(List<PropertyProblem> problems, long portalId) {
        return "Property values were not valid: "
                + Json.text(problems.stream()
                        .map(problem -> Json.object(
                                "isValid",
                                false,
                                "message",
                                problem.message,
                                "error",
                                problem.code,
                                "name",
                                problem.property,
                                "localizedErrorMessage",
                                problem.message,
                                "portalId",
                                portalId))
                        .toList());
    }

    Map<String, Object> toJson() {
        return Map.of("message", message, "code", code, "context", Map.of("propertyName", List.of(property)));
    }
}
