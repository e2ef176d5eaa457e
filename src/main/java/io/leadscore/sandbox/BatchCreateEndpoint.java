package io.leadscore.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code POST /crm/objects/{V}/{type}/batch/create}: up to 100 records; with trace ids an invalid one fails alone. */
final class BatchCreateEndpoint implements Endpoint {

    private final Account account;
    private final ObjectCreation creation;

    BatchCreateEndpoint(Account account, ObjectCreation creation) {
        this.account = account;
        this.creation = creation;
    }

    @Override
    public JsonReply reply(ApiCall call) {
        List<JsonNode> inputs = call.inputs();
        if (inputs.size() > 100) {
            throw ApiProblem.invalid("The maximum number of inputs supported in a batch request is 100.");
        }
        for (JsonNode input : inputs) {
            if (!input.hasNonNull("objectWriteTraceId")) {
                if (isRefusedOnDemand(call, input, inputs)) {
                    throw refusedOnDemand();
                }
                refuseInvalid(call, input);
            }
        }
        BatchReply reply = new BatchReply(account);
        for (JsonNode input : inputs) {
            try {
                if (isRefusedOnDemand(call, input, inputs)) {
                    throw refusedOnDemand();
                }
                reply.result(creation.create(call.type(), call.version(), input));
            } catch (ApiProblem problem) {
                reply.error(
                        problem.reply().status() == 409 ? "CONFLICT" : "VALIDATION_ERROR",
                        String.valueOf(problem.getMessage()),
                        Json.object(
                                "objectWriteTraceId",
                                List.of(input.path("objectWriteTraceId").asString(""))));
            }
        }
        return reply.shuffled(201);
    }

    private static boolean isRefusedOnDemand(ApiCall call, JsonNode input, List<JsonNode> inputs) {
        return call.partial() && input.equals(inputs.get(0));
    }

    private static ApiProblem refusedOnDemand() {
        return ApiProblem.invalid("refused on demand");
    }

    private void refuseInvalid(ApiCall call, JsonNode input) {
        List<PropertyProblem> problems = account.validator()
                .problems(call.type(), call.version(), PropertyValues.NONE, Json.textValues(input.path("properties")));
        if (!problems.isEmpty()) {
            throw ApiProblem.invalid(problems, account.options().portalId());
        }
    }
}
