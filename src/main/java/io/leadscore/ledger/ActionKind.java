package io.leadscore.ledger;

/** What can be done about a lead, in the order in which it is done. */
public enum ActionKind {
    /** Gives the lead an owner. */
    ASSIGN,
    /** Puts the lead on a static list, and takes it off others. */
    LIST,
    /** Enrols the lead in a workflow. */
    ENROL,
    /** Makes a task for the owner. */
    TASK,
    /** Notes on the contact what happened to the score. */
    NOTE,
    /** Tells somebody by e-mail. */
    MAIL,
    /** Tells a channel by a webhook. */
    WEBHOOK
}
