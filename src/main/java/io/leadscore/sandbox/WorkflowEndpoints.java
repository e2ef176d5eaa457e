package io.leadscore.sandbox;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Flows, enrolment by the legacy v2 path, and the mapping of flow ids to the old workflow ids. */
final class WorkflowEndpoints {

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
        routes.add("GET /automation/v4/flows/{id}", Family.GENERAL, "automation", this::flow);
        routes.add("POST /automation/v4/workflow-id-mappings/batch/read", Family.GENERAL, "automation", this::mappings);
    }

    private JsonReply flow(ApiCall call) {
        long id = ApiCall.number(call.parameter("id"));
        if (!workflows.exists(id)) {
            throw ApiProblem.notFound("Flow " + id + " does not exist");
        }
        return JsonReply.ok(Json.object(
                "id",
                String.valueOf(id),
                "isEnabled",
                workflows.isEnabled(id),
                "flowType",
                "WORKFLOW",
                "type",
                "CONTACT_FLOW",
                "objectTypeId",
                RecordType.CONTACTS.typeId(),
                "name",
                "Workflow " + id,
                "revisionId",
                "1",
                "actions",
                List.of()));
    }

    private JsonReply enrol(ApiCall call) {
        Workflows.Enrolment enrolment = enrolment(call);
        long flow = enrolment.workflowId() + Workflows.FLOW_OFFSET;
        if (!workflows.exists(flow)) {
            throw ApiProblem.notFound("workflow does not exist");
        }
        if (!workflows.isEnabled(flow)) {
            throw ApiProblem.invalid("workflow is not active");
        }
        workflows.enrol(enrolment);
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
                    : ApiCall.number(input.path("workflowId").asString("")) + Workflows.FLOW_OFFSET;
            reply.result(Json.object(
                    "flowId",
                    String.valueOf(flow),
                    "workflowId",
                    String.valueOf(Math.max(1, flow - Workflows.FLOW_OFFSET))));
        }
        return reply.inOrder(200);
    }
}
