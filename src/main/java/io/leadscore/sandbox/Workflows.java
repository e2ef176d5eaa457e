package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;

/** What workflows were told to do. Thread-safe. */
public final class Workflows {

    private final List<Enrolment> enrolments = new ArrayList<>();

    /** A contact was enrolled in a workflow, by the workflow's old id. */
    public record Enrolment(long workflowId, String email) {}

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
}
