package io.leadscore.actions;

import io.leadscore.hubspot.Flow;
import io.leadscore.hubspot.HubSpot;
import org.jspecify.annotations.Nullable;

/**
 * Looks up workflows for HubSpot's legacy enrolment, whichever of a workflow's two ids the settings name: that of the
 * flow, which stands in the address of its page, or the old one, which enrolment takes. Thread-safe.
 */
public final class EnrolmentTargets {

    /** What everybody who enrols by the legacy path should know. */
    public static final Trouble END_OF_SUPPORT = new Trouble(
            "HubSpot does not support enrolment by its v2 endpoint from September 2027 on.",
            "Let the workflow enrol on the property ai_lead_priority or on a list; scripts/leadscore setup says how.");

    private final HubSpot hubSpot;

    /** Asks this account. */
    public EnrolmentTargets(HubSpot hubSpot) {
        this.hubSpot = hubSpot;
    }

    /**
     * A workflow, as it is now.
     *
     * @param workflowId what enrolment takes; null: nobody can be enrolled
     * @param trouble why nobody can be enrolled; null: everybody can
     * @param passes whether that is because it is off, which whoever turned it off can mend
     */
    public record Target(
            @Nullable Long workflowId, @Nullable Trouble trouble, boolean passes) {
        static Target on(long workflowId) {
            return new Target(workflowId, null, false);
        }

        static Target wrong(String sentence, String advice) {
            return new Target(null, new Trouble(sentence, advice), false);
        }

        static Target off(long id) {
            return new Target(
                    null,
                    new Trouble("Workflow " + id + " is off, so nobody is enrolled.", "Turn it on in HubSpot."),
                    true);
        }
    }

    /**
     * Looks a workflow up: two calls, three when the id is an old one.
     *
     * @param id as {@code HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID}
     * @throws io.leadscore.hubspot.HubSpotException when HubSpot cannot be asked
     */
    public Target find(long id) {
        Flow flow = hubSpot.workflows().flow(id);
        Long workflowId = id;
        if (flow == null) {
            Long flowId = hubSpot.workflows().flowId(id);
            flow = flowId == null ? null : hubSpot.workflows().flow(flowId);
        } else {
            workflowId = flow.enabled() ? hubSpot.workflows().workflowId(id) : null;
        }
        if (flow == null) {
            return Target.wrong(
                    "There is no workflow " + id + ".",
                    "Correct HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID or jobs/actions.yml: the id stands in the address of its page.");
        }
        if (!flow.isOfContacts()) {
            return Target.wrong("Workflow " + id + " is not of contacts.", "Name one that enrols contacts.");
        }
        if (!flow.enabled()) {
            return Target.off(id);
        }
        return workflowId == null
                ? Target.wrong(
                        "Workflow " + id + " cannot be enrolled in by HubSpot's legacy endpoint.",
                        END_OF_SUPPORT.advice())
                : Target.on(workflowId);
    }
}
