package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /crm/associations/{V}/{from}/{to}/batch/read}: up to 1,000 records, each with one page of its
 * associations. A record with none, or no such record, is an error of the 207.
 */
final class AssociationReadEndpoint implements Endpoint {

    private static final int MOST_INPUTS = 1_000;

    private final Account account;

    AssociationReadEndpoint(Account account) {
        this.account = account;
    }

    @Override
    public JsonReply reply(ApiCall call) {
        RecordType from = call.type("from");
        RecordType to = call.type("to");
        List<JsonNode> inputs = call.inputs();
        if (inputs.size() > MOST_INPUTS) {
            throw ApiProblem.invalid(
                    "The maximum number of inputs supported in a batch request is " + MOST_INPUTS + ".");
        }
        BatchReply reply = new BatchReply(account);
        for (JsonNode input : inputs) {
            long id = ApiCall.number(input.path("id").asString(""));
            long[] ids = account.store().associations().ids(from, id, to);
            if (ids.length == 0) {
                none(reply, from, id, to);
            } else {
                String after = input.hasNonNull("after") ? input.path("after").asString("") : null;
                reply.result(page(from, id, to, ids, after));
            }
        }
        return reply.shuffled(200);
    }

    private static void none(BatchReply reply, RecordType from, long id, RecordType to) {
        reply.error(
                "OBJECT_NOT_FOUND",
                "No " + to.singular() + " is associated with " + from.singular() + " " + id + ".",
                Json.object(
                        "fromObjectId",
                        List.of(String.valueOf(id)),
                        "fromObjectType",
                        List.of(from.singular()),
                        "toObjectType",
                        List.of(to.singular())),
                "subCategory",
                "crm.associations.NO_ASSOCIATIONS_FOUND");
    }

    private Map<String, @Nullable Object> page(
            RecordType from, long id, RecordType to, long[] ids, @Nullable String after) {
        int start = 0;
        if (after != null) {
            int at = Arrays.binarySearch(ids, AssociationCursor.id(after));
            start = at >= 0 ? at + 1 : -at - 1;
        }
        int end = Math.min(ids.length, start + account.options().associationPage());
        List<Object> entries = new ArrayList<>();
        for (int i = start; i < end; i++) {
            List<?> types = account.store().associations().types(from, id, to, ids[i]).stream()
                    .map(AssociationType::toJson)
                    .toList();
            entries.add(Json.object("toObjectId", ids[i], "associationTypes", types));
        }
        Map<String, @Nullable Object> json = Json.object("from", Map.of("id", String.valueOf(id)), "to", entries);
        if (end < ids.length) {
            json.put("paging", Map.of("next", Map.of("after", AssociationCursor.after(ids[end - 1]))));
        }
        return json;
    }
}
