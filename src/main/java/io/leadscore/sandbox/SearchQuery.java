package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A search as asked, with HubSpot's limits checked.
 *
 * @param groups any of which has to accept a record, with every filter in it; none accepts all
 * @param afterId no record with this id or a smaller one can match: where the scan starts
 * @param sortProperty null for ascending ids
 * @param text has to occur in some property; null for none
 */
record SearchQuery(
        List<List<SearchFilter>> groups,
        long afterId,
        @Nullable String sortProperty,
        boolean descending,
        List<String> properties,
        int limit,
        int offset,
        @Nullable String text) {

    private static final int CAP = 10_000;

    static SearchQuery of(RecordType type, ApiCall call, SearchFilters filters) {
        if (call.rawBody().length() > 3_000) {
            throw ApiProblem.invalid("The request body is too large: at most 3000 characters are allowed");
        }
        JsonNode body = call.body();
        int limit = ApiCall.limit(textOf(body.get("limit")), 10, 200);
        String after = textOf(body.get("after"));
        long offset = after == null || after.isEmpty() ? 0 : ApiCall.number(after);
        if (offset + limit > CAP) {
            throw ApiProblem.invalid("The search request is past the limit of " + CAP + " results");
        }
        JsonNode groups = body.path("filterGroups");
        List<List<SearchFilter>> compiled = groups(type, groups, filters);
        JsonNode sort = sort(body.path("sorts"));
        String property = sort == null ? null : sort.path("propertyName").asString("");
        boolean descending = sort != null && sort.path("direction").asString("").equals("DESCENDING");
        return new SearchQuery(
                compiled,
                groups.size() == 1 ? afterId(groups.get(0)) : 0,
                "hs_object_id".equals(property) && !descending ? null : property,
                descending,
                Json.texts(body.get("properties")),
                limit,
                (int) offset,
                textOf(body.get("query")));
    }

    boolean accepts(StoredObject object, ObjectState state) {
        if (text != null && state.properties().toMap().values().stream().noneMatch(value -> value.contains(text))) {
            return false;
        }
        if (groups.isEmpty()) {
            return true;
        }
        for (List<SearchFilter> group : groups) {
            if (acceptsAll(group, object, state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean acceptsAll(List<SearchFilter> group, StoredObject object, ObjectState state) {
        for (SearchFilter filter : group) {
            if (!filter.accepts(object, state)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<SearchFilter>> groups(RecordType type, JsonNode groups, SearchFilters filters) {
        List<List<SearchFilter>> compiled = new ArrayList<>();
        int count = 0;
        for (JsonNode group : groups) {
            List<SearchFilter> conditions = new ArrayList<>();
            for (JsonNode filter : group.path("filters")) {
                conditions.add(filters.compile(type, filter));
            }
            if (conditions.size() > 6) {
                throw ApiProblem.invalid("There was a problem with the request. At most 6 filters per group");
            }
            count += conditions.size();
            compiled.add(conditions);
        }
        if (compiled.size() > 5 || count > 18) {
            throw ApiProblem.invalid("There was a problem with the request. At most 5 groups and 18 filters");
        }
        return compiled;
    }

    private static @Nullable JsonNode sort(JsonNode sorts) {
        if (sorts.size() > 1) {
            throw ApiProblem.invalid("There was a problem with the request. At most one sort");
        }
        if (sorts.isEmpty()) {
            return null;
        }
        JsonNode sort = sorts.get(0);
        if (!sort.isObject() || !sort.hasNonNull("propertyName")) {
            throw ApiProblem.invalid("There was a problem with the request. A sort names a propertyName");
        }
        return sort;
    }

    private static long afterId(JsonNode group) {
        long afterId = 0;
        for (JsonNode filter : group.path("filters")) {
            if (filter.path("propertyName").asString("").equals("hs_object_id")
                    && filter.path("operator").asString("").equals("GT")) {
                afterId = Math.max(afterId, ApiCall.number(filter.path("value").asString("")));
            }
        }
        return afterId;
    }

    private static @Nullable String textOf(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString("");
    }
}
