package io.leadscore.report;

/**
 * Something that needs a person since a run.
 *
 * @param need what
 * @param count how many there are, at least 1
 */
public record Needed(Need need, long count) {

    /** For people: {@code leads rejected by HubSpot: 3}. */
    public String text() {
        return need.label() + ": " + count;
    }
}
