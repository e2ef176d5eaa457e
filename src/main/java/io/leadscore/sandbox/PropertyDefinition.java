package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What HubSpot knows about a property.
 *
 * @param type {@code bool}, {@code date}, {@code datetime}, {@code enumeration}, {@code number}, {@code string} or
 *     {@code phone_number}
 * @param fieldType the form field, such as {@code select}
 * @param options of an enumeration
 * @param readOnly whether writes to it are refused
 * @param hubspotDefined whether it is one of HubSpot's own
 * @param archived whether it was deleted
 */
public record PropertyDefinition(
        String name,
        String label,
        String type,
        String fieldType,
        String groupName,
        String description,
        List<Option> options,
        boolean readOnly,
        boolean hubspotDefined,
        boolean archived) {

    /** One choice of an enumeration. */
    public record Option(String value, String label) {}

    public PropertyDefinition {
        options = List.copyOf(options);
    }

    /** A custom property of this name and type, without a group of its own. */
    public static PropertyDefinition custom(String name, String type, List<String> options) {
        String fieldType =
                switch (type) {
                    case "enumeration" -> "select";
                    case "bool" -> "booleancheckbox";
                    case "date", "datetime" -> "date";
                    case "number" -> "number";
                    default -> "text";
                };
        List<Option> choices =
                options.stream().map(value -> new Option(value, value)).toList();
        return new PropertyDefinition(
                name, name, type, fieldType, "contactinformation", "", choices, false, false, false);
    }

    boolean isDate() {
        return type.equals("datetime") || type.equals("date");
    }

    boolean isNumber() {
        return type.equals("number");
    }

    boolean isEnumeration() {
        return type.equals("enumeration") || type.equals("bool");
    }

    /** Whether several options may be set at once, separated by semicolons. */
    boolean isMultiple() {
        return fieldType.equals("checkbox");
    }

    boolean offers(String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }

    PropertyDefinition archivedNow() {
        return new PropertyDefinition(
                name, label, type, fieldType, groupName, description, options, readOnly, hubspotDefined, true);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("label", label);
        json.put("type", type);
        json.put("fieldType", fieldType);
        json.put("description", description);
        json.put("groupName", groupName);
        json.put(
                "options",
                IntStream.range(0, options.size())
                        .mapToObj(i -> optionJson(options.get(i), i))
                        .toList());
        json.put("displayOrder", -1);
        json.put("calculated", readOnly);
        json.put("externalOptions", false);
        json.put("archived", archived);
        json.put("hasUniqueValue", false);
        json.put("hidden", false);
        json.put("hubspotDefined", hubspotDefined);
        json.put("formField", !readOnly);
        json.put(
                "modificationMetadata",
                Map.of("archivable", !hubspotDefined, "readOnlyDefinition", hubspotDefined, "readOnlyValue", readOnly));
        return json;
    }

    private static Map<String, Object> optionJson(Option option, int order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", option.label());
        json.put("value", option.value());
        json.put("displayOrder", order);
        json.put("hidden", false);
        return json;
    }
}
