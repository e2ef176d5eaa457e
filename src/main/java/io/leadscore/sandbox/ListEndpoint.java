package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /crm/objects/{V}/{type}}: every record by ascending id, 100 a page, as it is now. */
final class ListEndpoint implements Endpoint {

    private final Account account;

    ListEndpoint(Account account) {
        this.account = account;
    }

    @Override
    public JsonReply reply(ApiCall call) {
        List<String> history = call.queryValues("propertiesWithHistory");
        int limit = ApiCall.limit(call.queryValue("limit"), 10, history.isEmpty() ? 100 : 50);
        String after = call.queryValue("after");
        long from = after == null ? 0 : ApiCall.number(after);
        List<String> properties = call.queryValues("properties");
        List<String> associations = call.queryValues("associations");
        List<Object> results = new ArrayList<>();
        String next = null;
        for (StoredObject object : account.store().table(call.type()).after(from - 1)) {
            ObjectState state = object.state();
            if (state.archived() != call.archived()) {
                continue;
            }
            if (results.size() == limit) {
                next = String.valueOf(object.id());
                break;
            }
            Map<String, @Nullable Object> json = account.json().of(object, state, properties);
            if (!history.isEmpty()) {
                account.json().addHistory(json, object, history);
            }
            InlineAssociations.add(json, account, object, associations);
            results.add(json);
        }
        Map<String, @Nullable Object> body = Json.object("results", results);
        if (next != null) {
            String link = "https://api.hubapi.com" + call.path() + "?after=" + next;
            body.put("paging", Map.of("next", Map.of("after", next, "link", link)));
        }
        return JsonReply.ok(body);
    }
}
