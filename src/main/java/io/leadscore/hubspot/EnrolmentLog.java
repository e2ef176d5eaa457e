package io.leadscore.hubspot;

/**
 * Notes each enrolment, so that after a kill no more than one is in doubt for each thread. Called in the enrolling
 * thread; what it throws ends the enrolling at once and passes through.
 */
public interface EnrolmentLog {

    /** HubSpot is about to be asked to enrol this contact. Not called for one that is not asked for. */
    void begin(long contactId);

    /** What became of this contact: called once for every one. */
    void end(long contactId, Outcome outcome);
}
