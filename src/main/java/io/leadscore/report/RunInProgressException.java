package io.leadscore.report;

/** Another run of the job is in progress for this account; nothing was started. */
public final class RunInProgressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param job the job
     * @param holder who runs it
     */
    public RunInProgressException(String job, String holder) {
        super("Another run of " + job + " is in progress (" + holder + ").");
    }

    /** What to do about it. */
    public String advice() {
        return "Wait for it to end, or stop it: scripts/leadscore runs, then scripts/leadscore stop <id>.";
    }
}
