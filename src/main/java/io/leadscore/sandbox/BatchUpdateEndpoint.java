package io.leadscore.sandbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /crm/objects/{V}/{type}/batch/update}: up to 100 records by id. An invalid input is reported alone when it
 * has an {@code objectWriteTraceId}, and refuses the whole batch when it has none. Ids that were merged away vanish.
 */
final class BatchUpdateEndpoint implements Endpoint {

    private final Account account;

    BatchUpdateEndpoint(Account account) {
        this.account = account;
    }

    private record Input(long id, @Nullable String traceId, Map<String, String> properties) {

        Map<String, @Nullable Object> context() {
            Map<String, @Nullable Object> context = Json.object("ids", List.of(String.valueOf(id)));
            if (traceId != null) {
                context.put("objectWriteTraceId", List.of(traceId));
            }
            return context;
        }
    }

    @Override
    public JsonReply reply(ApiCall call) {
        RecordType type = call.type();
        List<Input> inputs = inputs(call);
        Map<Input, List<PropertyProblem>> invalid = invalid(type, call, inputs);
        for (Map.Entry<Input, List<PropertyProblem>> entry : invalid.entrySet()) {
            if (entry.getKey().traceId == null) {
                throw ApiProblem.invalid(entry.getValue(), account.options().portalId());
            }
        }
        if (call.overtaken()) {
            overtake(type, inputs);
        }
        BatchReply reply = new BatchReply(account);
        for (Input input : inputs) {
            List<PropertyProblem> problems = invalid.get(input);
            if (problems != null) {
                refuse(reply, input, problems);
            } else {
                write(reply, type, input);
            }
        }
        return reply.shuffled(200);
    }

    /** A person was quicker: the first record that is to get an owner gets another one. */
    private void overtake(RecordType type, List<Input> inputs) {
        for (Input input : inputs) {
            String owner = input.properties.get("hubspot_owner_id");
            StoredObject object = account.store().table(type).get(input.id);
            if (owner != null && object != null) {
                account.owners().active().stream()
                        .map(String::valueOf)
                        .filter(other -> !other.equals(owner))
                        .findFirst()
                        .ifPresent(
                                other -> account.store().update(object, Map.of("hubspot_owner_id", other), "CRM_UI"));
                return;
            }
        }
    }

    private Map<Input, List<PropertyProblem>> invalid(RecordType type, ApiCall call, List<Input> inputs) {
        Map<Input, List<PropertyProblem>> invalid = new LinkedHashMap<>();
        for (Input input : inputs) {
            StoredObject object = account.store().table(type).get(input.id);
            List<PropertyProblem> problems = account.validator()
                    .problems(
                            type,
                            call.version(),
                            object == null
                                    ? PropertyValues.NONE
                                    : object.state().properties(),
                            input.properties);
            if (call.partial() && invalid.isEmpty() && input.equals(inputs.get(0))) {
                problems = List.of(new PropertyProblem(
                        "INVALID_OPTION",
                        input.properties.keySet().stream().findFirst().orElse("hs_object_id"),
                        "refused on demand"));
            }
            if (!problems.isEmpty()) {
                invalid.put(input, problems);
            }
        }
        return invalid;
    }

    private void refuse(BatchReply reply, Input input, List<PropertyProblem> problems) {
        reply.error(
                "VALIDATION_ERROR",
                PropertyProblem.message(problems, account.options().portalId()),
                input.context(),
                "errors",
                problems.stream().map(PropertyProblem::toJson).toList());
    }

    private void write(BatchReply reply, RecordType type, Input input) {
        ObjectTable table = account.store().table(type);
        if (table.mergedAway(input.id)) {
            return;
        }
        StoredObject object = table.get(input.id);
        if (object == null || !object.alive()) {
            reply.error(
                    "OBJECT_NOT_FOUND",
                    "Could not get some " + type.singular().toUpperCase(Locale.ROOT)
                            + " objects, they may be deleted or not exist. Check that ids are valid.",
                    input.context());
            return;
        }
        ObjectState state = account.store().update(object, input.properties);
        Map<String, @Nullable Object> json = account.json().written(object, state, input.properties.keySet());
        if (input.traceId != null) {
            json.put("objectWriteTraceId", input.traceId);
        }
        reply.result(json);
    }

    private static List<Input> inputs(ApiCall call) {
        List<JsonNode> nodes = call.inputs();
        if (nodes.size() > 100) {
            throw ApiProblem.invalid("The maximum number of inputs supported in a batch request is 100.");
        }
        Set<Long> ids = new HashSet<>();
        for (JsonNode node : nodes) {
            if (node.hasNonNull("idProperty")) {
                throw ApiProblem.invalid("Unable to perform update/upsert by non-unique property");
            }
            if (!ids.add(ApiCall.number(node.path("id").asString("")))) {
                throw ApiProblem.invalid("Duplicate IDs found in batch input: ["
                        + node.path("id").asString("") + "]. IDs must be unique");
            }
        }
        return nodes.stream().map(BatchUpdateEndpoint::input).toList();
    }

    private static Input input(JsonNode node) {
        return new Input(
                ApiCall.number(node.path("id").asString("")),
                node.hasNonNull("objectWriteTraceId")
                        ? node.path("objectWriteTraceId").asString("")
                        : null,
                Json.textValues(node.path("properties")));
    }
}
