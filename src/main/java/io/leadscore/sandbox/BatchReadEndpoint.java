package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code POST /crm/objects/{V}/{type}/batch/read}: up to 100 records, 50 with history, by id or e-mail address. */
final class BatchReadEndpoint implements Endpoint {

    private final Account account;

    BatchReadEndpoint(Account account) {
        this.account = account;
    }

    @Override
    public JsonReply reply(ApiCall call) {
        List<JsonNode> inputs = call.inputs();
        JsonNode body = call.body();
        List<String> history = Json.texts(body.get("propertiesWithHistory"));
        checkSize(inputs.size(), !history.isEmpty());
        RecordType type = call.type();
        boolean byEmail =
                body.has("idProperty") && "email".equals(body.path("idProperty").asString(""));
        List<String> properties = Json.texts(body.get("properties"));
        BatchReply reply = new BatchReply(account);
        List<String> missing = new ArrayList<>();
        for (JsonNode input : inputs) {
            String id = input.path("id").asString("");
            StoredObject object = byEmail ? byEmail(type, id) : byId(type, id);
            if (object == null || object.state().archived() != call.archived()) {
                missing.add(id);
            } else {
                Map<String, @Nullable Object> json = account.json().of(object, object.state(), properties);
                if (!history.isEmpty()) {
                    account.json().addHistory(json, object, history);
                }
                reply.result(json);
            }
        }
        if (!missing.isEmpty()) {
            reply.error(
                    "OBJECT_NOT_FOUND",
                    "Could not get some " + type.singular().toUpperCase(Locale.ROOT)
                            + " objects, they may be deleted or not exist. Check that ids are valid.",
                    Json.object("ids", missing));
        }
        return reply.shuffled(200);
    }

    private static void checkSize(int inputs, boolean withHistory) {
        if (withHistory && inputs > 50) {
            throw ApiProblem.invalid("The maximum number of inputs supported in a batch request for property histories"
                    + " is 50. Please reduce the number of items and try again");
        }
        if (inputs > 100) {
            throw ApiProblem.invalid("The maximum number of inputs supported in a batch request is 100.");
        }
    }

    private @Nullable StoredObject byId(RecordType type, String id) {
        return account.store().table(type).get(ApiCall.number(id));
    }

    private @Nullable StoredObject byEmail(RecordType type, String email) {
        for (StoredObject object : account.store().table(type).all()) {
            if (object.alive()
                    && email.equalsIgnoreCase(object.state().properties().get("email"))) {
                return object;
            }
        }
        return null;
    }
}
