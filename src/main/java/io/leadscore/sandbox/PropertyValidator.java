package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the values that a call wants to write, as the account's property definitions demand. */
final class PropertyValidator {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|-?\\.\\d+");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z)?");
    private static final int LONGEST_TEXT = 65_536;

    private final ObjectStore store;
    private final Owners owners;

    PropertyValidator(ObjectStore store, Owners owners) {
        this.store = store;
        this.owners = owners;
    }

    /**
     * What is wrong with these values.
     *
     * @param version the call's version segment: conditional rules hold from 2026-09 on
     * @param now the record's values before the change
     */
    List<PropertyProblem> problems(RecordType type, String version, PropertyValues now, Map<String, String> changes) {
        Schema schema = store.schema(type);
        List<PropertyProblem> problems = new ArrayList<>();
        changes.forEach((name, value) -> {
            PropertyProblem problem = problem(schema.find(name), name, value);
            if (problem != null) {
                problems.add(problem);
            }
        });
        if (version.compareTo("2026-09") >= 0) {
            PropertyValues after = now.with(changes);
            for (Schema.ConditionalRule rule : schema.conditionalRules()) {
                if (rule.value().equals(after.get(rule.property())) && after.get(rule.required()) == null) {
                    problems.add(new PropertyProblem(
                            "MISSING_CONDITIONAL_REQUIRED_PROPERTY",
                            rule.required(),
                            "Property \"" + rule.required() + "\" is required"));
                }
            }
        }
        return problems;
    }

    private @Nullable PropertyProblem problem(@Nullable PropertyDefinition definition, String name, String value) {
        if (definition == null) {
            return new PropertyProblem("PROPERTY_DOESNT_EXIST", name, "Property \"" + name + "\" does not exist");
        }
        if (definition.readOnly()) {
            return new PropertyProblem(
                    "READ_ONLY_VALUE", name, "\"" + name + "\" is a read only property; its value cannot be set.");
        }
        if (value.isEmpty()) {
            return null;
        }
        if (definition.isNumber() && !NUMBER.matcher(value).matches()) {
            return new PropertyProblem("INVALID_INTEGER", name, value + " was not a valid integer.");
        }
        if (definition.isDate() && !ISO.matcher(value).matches() && !isLong(value)) {
            return new PropertyProblem("INVALID_LONG", name, value + " was not a valid long.");
        }
        if (name.equals("hubspot_owner_id") && !owners.isKnown(value)) {
            return new PropertyProblem("INVALID_OPTION", name, "Owner " + value + " does not exist.");
        }
        if (definition.isEnumeration() && !offered(definition, value)) {
            return new PropertyProblem("INVALID_OPTION", name, value + " was not one of the allowed options.");
        }
        if (value.length() > LONGEST_TEXT) {
            return new PropertyProblem("INVALID_STRING", name, "The value of " + name + " is too long.");
        }
        return null;
    }

    private static boolean isLong(String value) {
        return value.matches("-?\\d{1,18}");
    }

    private static boolean offered(PropertyDefinition definition, String value) {
        if (definition.options().isEmpty()) {
            return true;
        }
        for (String part : definition.isMultiple() ? value.split(";", -1) : new String[] {value}) {
            if (!part.isEmpty() && !definition.offers(part)) {
                return false;
            }
        }
        return true;
    }
}
