package io.leadscore.report;

/**
 * What a run may come upon, and cannot settle without a person. A run that comes upon any ends well, with exit code 3; what
 * stays open from then on is listed by {@code doctor} and no reason for the runs after it to say so again.
 */
public enum Need {
    LEADS_REJECTED(
            "leads rejected by HubSpot", "They are listed with HubSpot's code, and rest a day unless they change."),
    PROPERTIES_GONE(
            "declared properties that HubSpot has no more",
            "Their last known values count on; restore them in HubSpot, or remove their signals from scoring-profile.yml."),
    ACTIONS_FAILED(
            "actions given up",
            "scripts/leadscore actions list --failed lists them; actions retry or actions dismiss settles them."),
    ACTIONS_UNKNOWN(
            "actions that may be done or not",
            "scripts/leadscore actions list --unknown lists them; actions retry or actions dismiss settles them.");

    private final String label;
    private final String advice;

    Need(String label, String advice) {
        this.label = label;
        this.advice = advice;
    }

    /** What there is some of, in plural, to be told with a count. */
    public String label() {
        return label;
    }

    /** What to do about it, in a sentence. */
    public String advice() {
        return advice;
    }
}
