package io.leadscore.scoring;

import java.util.Locale;

/** What an account takes for success: what chances are of, and what the weekly job learns from. */
public enum OutcomeKind {
    /** A deal is won. */
    DEAL_WON,
    /** The contact becomes a customer by its lifecycle stage. */
    LIFECYCLE_CUSTOMER,
    /** Whichever comes first. */
    EITHER;

    /** As the scoring profile names it: {@code lifecycle-customer}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether contacts succeed, with a deal or without one, so that their age counts and not that of a deal. */
    public boolean isOfContacts() {
        return this != DEAL_WON;
    }
}
