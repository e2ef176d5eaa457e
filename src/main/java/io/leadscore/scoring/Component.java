package io.leadscore.scoring;

import java.util.Locale;

/** The four parts of a score, in the order in which they are explained. */
public enum Component {
    /** Who the lead is. */
    FIT,
    /** What the lead does. */
    ENGAGEMENT,
    /** What became of leads like this one. */
    OUTCOME,
    /** How lately and how often something happened. */
    RECENCY;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The component's name in the scoring profile: {@code fit}, {@code engagement}, ... */
    public String key() {
        return key;
    }
}
