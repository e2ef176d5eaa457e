package io.leadscore.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles a search's conditions. Instants are compared as epoch milliseconds, which is how they have to be sent. */
final class SearchFilters {

    private final ObjectStore store;
    private final PropertyReader reader;

    SearchFilters(ObjectStore store, PropertyReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** One condition; 400 when it is malformed or names no property. */
    SearchFilter compile(RecordType type, JsonNode filter) {
        String name = filter.path("propertyName").asString("");
        String operator = filter.path("operator").asString("");
        if (type == RecordType.CONTACTS && name.equals("hs_lastmodifieddate")) {
            return SearchFilter.NOTHING;
        }
        if (name.startsWith("associations.")) {
            return association(type, name, filter);
        }
        PropertyDefinition definition = store.schema(type).find(name);
        if (definition == null) {
            throw ApiProblem.invalid("There was a problem with the request. Property '" + name + "' does not exist");
        }
        return switch (operator) {
            case "HAS_PROPERTY" -> (object, state) -> reader.value(object, state, name) != null;
            case "NOT_HAS_PROPERTY" -> (object, state) -> reader.value(object, state, name) == null;
            case "EQ", "NEQ", "IN", "NOT_IN" -> oneOf(definition, operator, filter);
            case "LT", "LTE", "GT", "GTE", "BETWEEN" -> range(definition, operator, filter);
            case "CONTAINS_TOKEN" -> contains(name, text(filter, "value"));
            case "NOT_CONTAINS_TOKEN" -> {
                SearchFilter contains = contains(name, text(filter, "value"));
                yield (object, state) -> !contains.accepts(object, state);
            }
            default -> throw ApiProblem.invalid("There was a problem with the request. Unknown operator " + operator);
        };
    }

    private SearchFilter association(RecordType type, String name, JsonNode filter) {
        RecordType to = RecordType.ofSegment(name.substring("associations.".length()));
        if (to == null) {
            throw ApiProblem.invalid("There was a problem with the request. Property '" + name + "' does not exist");
        }
        List<String> values = filter.has("values") ? Json.texts(filter.get("values")) : List.of(text(filter, "value"));
        List<Long> ids = values.stream().map(ApiCall::number).toList();
        return (object, state) ->
                ids.stream().anyMatch(id -> store.associations().linked(type, object.id(), to, id));
    }

    private SearchFilter oneOf(PropertyDefinition definition, String operator, JsonNode filter) {
        boolean list = operator.endsWith("IN");
        List<String> values = list ? Json.texts(filter.get("values")) : List.of(text(filter, "value"));
        if (list && values.isEmpty()) {
            throw ApiProblem.invalid("There was a problem with the request. values must be set for " + operator);
        }
        boolean wanted = operator.equals("EQ") || operator.equals("IN");
        if (definition.isDate() || definition.isNumber()) {
            Set<Double> numbers = new HashSet<>();
            values.forEach(value -> numbers.add(number(definition, value)));
            SearchFilter.NumberOf of = numberOf(definition);
            return (object, state) -> numbers.contains(of.of(object, state)) == wanted;
        }
        boolean exact = definition.isEnumeration();
        Set<String> accepted = new HashSet<>();
        // In a list the values of text properties have to come in lower case; others match nothing.
        values.forEach(value -> accepted.add(exact || list ? value : value.toLowerCase(Locale.ROOT)));
        return (object, state) -> {
            String value = reader.value(object, state, definition.name());
            String compared = value == null || exact ? value : value.toLowerCase(Locale.ROOT);
            return (compared != null && accepted.contains(compared)) == wanted;
        };
    }

    private SearchFilter range(PropertyDefinition definition, String operator, JsonNode filter) {
        if (!definition.isDate() && !definition.isNumber()) {
            throw ApiProblem.invalid(
                    "There was a problem with the request. " + operator + " needs a number or a date property");
        }
        double value = number(definition, text(filter, "value"));
        double high = operator.equals("BETWEEN") ? number(definition, text(filter, "highValue")) : 0;
        SearchFilter.NumberOf of = numberOf(definition);
        return switch (operator) {
            case "LT" -> (object, state) -> of.of(object, state) < value;
            case "LTE" -> (object, state) -> of.of(object, state) <= value;
            case "GT" -> (object, state) -> of.of(object, state) > value;
            case "GTE" -> (object, state) -> of.of(object, state) >= value;
            default ->
                (object, state) -> {
                    double number = of.of(object, state);
                    return number >= value && number <= high;
                };
        };
    }

    private SearchFilter contains(String name, String token) {
        String regex = "\\Q" + token.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E";
        Pattern pattern = Pattern.compile(regex);
        return (object, state) -> {
            String value = reader.value(object, state, name);
            if (value == null) {
                return false;
            }
            for (String word : value.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
                if (pattern.matcher(word).matches()) {
                    return true;
                }
            }
            return pattern.matcher(value.toLowerCase(Locale.ROOT)).matches();
        };
    }

    /** The id and the three instants that every record has are read without parsing: scans ask for nothing else. */
    private SearchFilter.NumberOf numberOf(PropertyDefinition definition) {
        return switch (definition.name()) {
            case "hs_object_id" -> (object, state) -> object.id();
            case "lastmodifieddate", "hs_lastmodifieddate" -> (object, state) -> state.modifiedAt();
            case "createdate", "hs_createdate" -> (object, state) -> state.createdAt();
            default -> (object, state) -> parsed(definition, reader.value(object, state, definition.name()));
        };
    }

    private static double parsed(PropertyDefinition definition, @Nullable String value) {
        if (value == null) {
            return Double.NaN;
        }
        return definition.isDate() ? PropertyReader.millis(value) : Double.parseDouble(value);
    }

    private static double number(PropertyDefinition definition, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw ApiProblem.invalid(
                    "There was a problem with the request. '" + value + "' is no valid value for " + definition.name());
        }
    }

    private static String text(JsonNode filter, String field) {
        if (!filter.hasNonNull(field)) {
            throw ApiProblem.invalid("There was a problem with the request. " + field + " must be set");
        }
        return filter.path(field).asString("");
    }
}
