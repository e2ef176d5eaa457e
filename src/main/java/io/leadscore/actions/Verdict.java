package io.leadscore.actions;

/** What a rule makes of a lead's move. */
enum Verdict {
    /** It is not about such a move. */
    NO_MATCH,
    /** The lead is in the holdout, which nothing is to be done for. */
    HELD_OUT,
    /** It did something for the lead not long ago. */
    COOLING_DOWN,
    /** It does something. */
    FIRES
}
