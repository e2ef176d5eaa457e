package io.leadscore.ledger;

/** What a process opens the ledger for. */
public enum Role {
    /** A command that is over within seconds and changes nothing: of a file that is in order, no byte. */
    READ,
    /** A command that is over within seconds. */
    SHORT,
    /** A job in the foreground. */
    RUN,
    /** A job in the foreground that goes through everything and writes little, so that nothing is tidied meanwhile. */
    STUDY,
    /** The unattended server. */
    SERVE;

    /** Whether it is over within seconds. */
    boolean isShort() {
        return this == READ || this == SHORT;
    }

    /** What others are told of it. */
    Role told() {
        return isShort() ? SHORT : this == STUDY ? RUN : this;
    }
}
