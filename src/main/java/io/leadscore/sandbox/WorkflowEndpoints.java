package io.leadscore.sandbox;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Enrolment by the legacy v2 path, and the mapping of flow ids to the old workflow ids: a flow's old id is here its id
 * less 1,000,000.
 */
final class WorkflowEndpoints {

    private static final long FLOW_OFFSET = 1_000_000;

    private final Account account;
    private final Workflows workflows;

    WorkflowEndpoints(Account account, Workflows workflows) {
        this.account = account;
        this.workflows = workflows;
    }

    void addTo(Routes routes) {
        String enrolment = " /automation/v2/workflows/{id}/enrollments/contacts/{email}";
        routes.add("POST" + enrolment, Family.GENERAL, "automation", this::enrol);
        routes.add("DELETE" + enrolment, Family.GENERAL, "automation", this::leave);
        routes.add("POST /automation/v4/workflow-id-mappings/batch/read", Family.GENERAL, "automation", this::mappings);
    }

    private JsonReply enrol(ApiCall call) {
        workflows.enrol(enrolment(call));
        return JsonReply.noContent();
    }

    private JsonReply leave(ApiCall call) {
        workflows.leave(enrolment(call));
        return JsonReply.noContent();
    }

    private Workflows.Enrolment enrolment(ApiCall call) {
        String email = call.parameter("email").toLowerCase(Locale.ROOT);
        boolean known = account.store().table(RecordType.CONTACTS).all().stream()
                .filter(StoredObject::alive)
                .anyMatch(contact ->
                        email.equalsIgnoreCase(contact.state().properties().get("email")));
        if (!known) {
            throw ApiProblem.notFound("contact does not exist");
        }
        return new Workflows.Enrolment(ApiCall.number(call.parameter("id")), email);
    }

    private JsonReply mappings(ApiCall call) {
        BatchReply reply = new BatchReply(account);
        for (JsonNode input : call.inputs()) {
            long flow = input.hasNonNull("flowId")
                    ? ApiCall.number(input.path("flowId").asString(""))
                    : ApiCall.number(input.path("workflowId").asString("")) + FLOW_OFFSET;
            reply.result(Json.object(
                    "flowId", String.valueOf(flow), "workflowId", String.valueOf(Math.max(1, flow - FLOW_OFFSET))));
        }
        return reply.inOrder(200);
    }
}
