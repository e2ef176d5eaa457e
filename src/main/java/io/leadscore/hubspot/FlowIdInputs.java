package io.leadscore.hubspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wire: a workflow's one id, for which the other one is asked. */
record FlowIdInputs(List<Input> inputs) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Input(@Nullable String flowId, @Nullable String workflowId, String type) {}

    static FlowIdInputs ofFlow(long flowId) {
        return new FlowIdInputs(List.of(new Input(Long.toString(flowId), null, "FLOW_ID")));
    }

    static FlowIdInputs ofWorkflow(long workflowId) {
        return new FlowIdInputs(List.of(new Input(null, Long.toString(workflowId), "WORKFLOW_ID")));
    }
}
