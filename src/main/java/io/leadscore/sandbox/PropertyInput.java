package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Property definitions as callers send them. */
final class PropertyInput {

    private static final Map<String, Set<String>> FIELD_TYPES = Map.of(
            "number", Set.of("number"),
            "enumeration", Set.of("select", "radio", "checkbox", "booleancheckbox"),
            "bool", Set.of("booleancheckbox"),
            "datetime", Set.of("date"),
            "date", Set.of("date"),
            "phone_number", Set.of("phonenumber"),
            "string", Set.of("text", "textarea", "html", "file", "phonenumber"));

    private PropertyInput() {}

    /** A new definition; 400 when something required is missing or wrong. */
    static PropertyDefinition created(Schema schema, JsonNode input) {
        for (String field : List.of("name", "label", "type", "fieldType", "groupName")) {
            if (!input.hasNonNull(field) || input.path(field).asString("").isEmpty()) {
                throw ApiProblem.invalid("Invalid input JSON: required field '" + field + "' is not set");
            }
        }
        String name = input.path("name").asString("");
        String type = input.path("type").asString("");
        String fieldType = input.path("fieldType").asString("");
        String group = input.path("groupName").asString("");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw ApiProblem.invalid("Property name '" + name + "' is invalid");
        }
        if (!FIELD_TYPES.getOrDefault(type, Set.of()).contains(fieldType)) {
            throw ApiProblem.invalid("Property type '" + type + "' does not go with field type '" + fieldType + "'");
        }
        if (!schema.hasGroup(group)) {
            throw ApiProblem.invalid("Property group '" + group + "' does not exist");
        }
        List<PropertyDefinition.Option> options = options(input.path("options"));
        if (type.equals("enumeration") && options.isEmpty()) {
            throw ApiProblem.invalid("Property '" + name + "' needs options");
        }
        if (type.equals("bool") && options.isEmpty()) {
            options =
                    List.of(new PropertyDefinition.Option("true", "Yes"), new PropertyDefinition.Option("false", "No"));
        }
        return new PropertyDefinition(
                name,
                input.path("label").asString(""),
                type,
                fieldType,
                group,
                input.path("description").asString(""),
                options,
                false,
                false,
                false);
    }

    /** A definition with what the input changes; the list of options is replaced as a whole. */
    static PropertyDefinition changed(PropertyDefinition now, JsonNode input) {
        return new PropertyDefinition(
                now.name(),
                input.path("label").asString(now.label()),
                input.path("type").asString(now.type()),
                input.path("fieldType").asString(now.fieldType()),
                input.path("groupName").asString(now.groupName()),
                input.path("description").asString(now.description()),
                input.has("options") ? options(input.path("options")) : now.options(),
                now.readOnly(),
                now.hubspotDefined(),
                false);
    }

    private static List<PropertyDefinition.Option> options(JsonNode options) {
        List<PropertyDefinition.Option> parsed = new ArrayList<>();
        for (JsonNode option : options) {
            parsed.add(new PropertyDefinition.Option(
                    option.path("value").asString(""), option.path("label").asString("")));
        }
        return parsed;
    }
}
