package io.leadscore.scoring;

/** What to do with a lead next. */
public enum NextBestAction {
    /** Contact the lead now. */
    FOLLOW_UP("Follow-up"),
    /** Keep the lead warm by marketing. */
    NURTURE("Nurture"),
    /** Bring the open deal home. */
    CLOSE("Close");

    private final String label;

    NextBestAction(String label) {
        this.label = label;
    }

    /** The value as HubSpot shows it: {@code Follow-up}, {@code Nurture} or {@code Close}. */
    public String label() {
        return label;
    }
}
