package io.leadscore.hubspot;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workflows: their state, their ids, and enrolment by the legacy v2 path. Needs the scope {@code automation}. Thread-safe. */
public final class Workflows {

    private final HubSpotApi api;
    private final Calls calls;
    private final RecordReader records;

    Workflows(HubSpotApi api, Calls calls, RecordReader records) {
        this.api = api;
        this.calls = calls;
        this.records = records;
    }

    /** The workflow with this flow id; null when there is none. One call. */
    public @Nullable Flow flow(long flowId) {
        try {
            return calls.callOrRefusal(Family.WORKFLOWS, () -> api.flow(flowId), FlowAnswer::isReadable)
                    .body()
                    .toFlow(flowId);
        } catch (FailedCall refusal) {
            if (refusal.isMissing()) {
                return null;
            }
            throw calls.translate(refusal);
        }
    }

    /** The old workflow id, which enrolment takes, of this flow id; null when it has none. One call. */
    public @Nullable Long workflowId(long flowId) {
        FlowIds.Pair pair = ids(FlowIdInputs.ofFlow(flowId));
        return pair == null ? null : RecordId.parse(pair.workflowId());
    }

    /** The flow id of this old workflow id; null when it has none. One call. */
    public @Nullable Long flowId(long workflowId) {
        FlowIds.Pair pair = ids(FlowIdInputs.ofWorkflow(workflowId));
        return pair == null ? null : RecordId.parse(pair.flowId());
    }

    private FlowIds.@Nullable Pair ids(FlowIdInputs inputs) {
        try {
            return calls.callOrRefusal(Family.WORKFLOWS, () -> api.flowIds(inputs), FlowIds::isReadable)
                    .body()
                    .single();
        } catch (FailedCall refusal) {
            if (refusal.isMissing()) {
                return null;
            }
            throw calls.translate(refusal);
        }
    }

    /**
     * Enrols contacts in a workflow, one call each, as there is no other way by this path, and one for every 100 to read
     * their e-mail addresses, by which HubSpot enrols; these are in transit only. HubSpot is not known to recognise an
     * enrolment that is repeated, nor can one be looked for: what was {@link Outcome.Unanswered} stays unknown. After a
     * failure that every call shares (token, scope, daily limit, HubSpot cannot be reached) the rest is
     * {@link Outcome.Unsent}. HubSpot does not support this path from September 2027 on.
     *
     * @param workflowId the old id, see {@link #workflowId}
     * @param log told of every contact; never throws for what HubSpot does or the thread's interruption
     */
    public void enrol(long workflowId, Collection<Long> contactIds, EnrolmentLog log) {
        Enrolling enrolling = new Enrolling(api, calls, records, workflowId, log);
        for (List<Long> batch :
                Batches.<Long>of(List.copyOf(new LinkedHashSet<>(contactIds)), RecordReader.LARGEST_BATCH)) {
            enrolling.enrol(batch);
        }
    }

    /**
     * The same, for a caller that settles every contact before the next. Nothing is sent yet.
     *
     * @param workflowId the old id, see {@link #workflowId}
     * @param upcoming contacts that will be asked for, in about this order
     */
    public Enrolment enrolment(long workflowId, Collection<Long> upcoming) {
        EnrolmentLog none = new EnrolmentLog() {
            @Override
            public void begin(long contactId) {}

            @Override
            public void end(long contactId, Outcome outcome) {}
        };
        return new Enrolment(new Enrolling(api, calls, records, workflowId, none), upcoming);
    }
}
