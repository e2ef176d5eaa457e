package io.leadscore.ledger;

/** What a process opens the ledger for. */
public enum Role {
    /** A command that is over within seconds. */
    SHORT,
    /** A job in the foreground. */
    RUN,
    /** The unattended server. */
    SERVE
}
