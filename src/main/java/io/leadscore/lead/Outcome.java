package io.leadscore.lead;

/** How a deal stands. */
public enum Outcome {
    OPEN,
    WON,
    LOST
}
