package io.leadscore.scoring;

/** What a score means for sales; also the levels of the fit alone. */
public enum Priority {
    HIGH("High"),
    MEDIUM("Medium"),
    LOW("Low");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    /** The value as HubSpot shows it: {@code High}, {@code Medium} or {@code Low}. */
    public String label() {
        return label;
    }
}
