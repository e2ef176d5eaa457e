package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /crm/objects/{V}/{type}/search}. Sees every record as it was an index lag ago, never a deleted one. By
 * ascending id, which is also the order when none is asked for, only the records of the page are kept in hand.
 */
final class SearchEndpoint implements Endpoint {

    private final Account account;
    private final SearchFilters filters;

    SearchEndpoint(Account account) {
        this.account = account;
        this.filters = new SearchFilters(account.store(), account.reader());
    }

    private record Hit(StoredObject object, ObjectState state, String key) {}

    @Override
    public JsonReply reply(ApiCall call) {
        RecordType type = call.type();
        SearchQuery query = SearchQuery.of(type, call, filters);
        if (call.fault() == FaultKind.NAMED_PROPERTY) {
            refuseUnknown(type, query.properties());
        }
        long upTo = account.store().indexedUpTo();
        List<Hit> hits = new ArrayList<>();
        String sort = query.sortProperty();
        boolean asText = sort == null && call.fault() == FaultKind.TEXT_ORDER;
        int total = 0;
        for (StoredObject object : account.store().table(type).after(query.afterId())) {
            ObjectState state = object.indexed(upTo);
            if (state == null || !object.alive() || !query.accepts(object, state)) {
                continue;
            }
            if (sort != null) {
                String value = account.reader().value(object, state, sort);
                hits.add(new Hit(object, state, value == null ? "" : value));
            } else if (asText) {
                hits.add(new Hit(object, state, Long.toString(object.id())));
            } else if (total >= query.offset() && hits.size() < query.limit()) {
                hits.add(new Hit(object, state, ""));
            }
            total++;
        }
        if (asText) {
            hits.sort(Comparator.comparing(Hit::key));
            return JsonReply.ok(body(query, page(query, hits), total));
        }
        return JsonReply.ok(body(query, sort == null ? hits : sorted(type, query, hits, sort), total));
    }

    private void refuseUnknown(RecordType type, List<String> properties) {
        for (String name : properties) {
            if (account.store().schema(type).find(name) == null) {
                String message = "Property \"" + name + "\" does not exist";
                throw ApiProblem.invalid(
                        List.of(new PropertyProblem("PROPERTY_DOESNT_EXIST", name, message)),
                        account.options().portalId());
            }
        }
    }

    private List<Hit> sorted(RecordType type, SearchQuery query, List<Hit> hits, String sort) {
        PropertyDefinition definition = account.store().schema(type).find(sort);
        if (definition == null) {
            throw ApiProblem.invalid("There was a problem with the request. Property '" + sort + "' does not exist");
        }
        Comparator<Hit> order = definition.isNumber()
                ? Comparator.comparingDouble(hit -> hit.key.isEmpty() ? Double.NEGATIVE_INFINITY : number(hit.key))
                : Comparator.comparing(Hit::key);
        hits.sort((query.descending() ? order.reversed() : order).thenComparing(hit -> hit.object.id()));
        return page(query, hits);
    }

    private static List<Hit> page(SearchQuery query, List<Hit> hits) {
        int from = Math.min(query.offset(), hits.size());
        return hits.subList(from, Math.min(from + query.limit(), hits.size()));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private Map<String, @Nullable Object> body(SearchQuery query, List<Hit> page, int total) {
        List<Object> results = new ArrayList<>();
        for (Hit hit : page) {
            results.add(account.json().of(hit.object, hit.state, query.properties()));
        }
        Map<String, @Nullable Object> body = Json.object("total", total, "results", results);
        int next = query.offset() + page.size();
        if (next < total) {
            body.put("paging", Map.of("next", Map.of("after", String.valueOf(next))));
        }
        return body;
    }
}
