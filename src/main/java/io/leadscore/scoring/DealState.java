package io.leadscore.scoring;

/** How a lead stands with deals, which says more of its chances than any signal. */
public enum DealState {
    /** It has an open deal. */
    OPEN,
    /** It never had a deal. */
    NONE,
    /** It has closed deals only. */
    CLOSED
}
