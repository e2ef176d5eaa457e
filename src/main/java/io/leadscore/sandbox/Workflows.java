package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The account's workflows, and what they were told to do. Every flow exists and is on until a test says otherwise.
 * Thread-safe.
 */
public final class Workflows {

    /** A flow's old workflow id is here its id less this. */
    public static final long FLOW_OFFSET = 1_000_000;

    private final List<Enrolment> enrolments = new ArrayList<>();
    private final Set<Long> off = new HashSet<>();
    private final Set<Long> removed = new HashSet<>();

    /** A contact was enrolled in a workflow, by the workflow's old id. */
    public record Enrolment(long workflowId, String email) {}

    /** Turns a flow off or on again. */
    public synchronized void setEnabled(long flowId, boolean enabled) {
        if (enabled) {
            off.remove(flowId);
        } else {
            off.add(flowId);
        }
    }

    /** Deletes a flow. */
    public synchronized void remove(long flowId) {
        removed.add(flowId);
    }

    synchronized boolean exists(long flowId) {
        return !removed.contains(flowId);
    }

    synchronized boolean isEnabled(long flowId) {
        return exists(flowId) && !off.contains(flowId);
    }

    synchronized void enrol(Enrolment enrolment) {
        enrolments.add(enrolment);
    }

    synchronized void leave(Enrolment enrolment) {
        enrolments.remove(enrolment);
    }

    /** Every enrolment in order, repeated ones included. */
    public synchronized List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    /** How often a contact was enrolled in a workflow, by the workflow's old id. */
    public synchronized int count(long workflowId, String email) {
        return (int) enrolments.stream()
                .filter(enrolment -> enrolment.workflowId == workflowId && enrolment.email.equalsIgnoreCase(email))
                .count();
    }
}
