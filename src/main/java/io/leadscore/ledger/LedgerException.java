package io.leadscore.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be opened. The message says what is wrong in one sentence, the advice what to do. */
public final class LedgerException extends RuntimeException {

    private final Kind kind;
    private final String advice;

    LedgerException(Kind kind, String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.advice = advice;
    }

    /** What a failure of something else means, if the disk beneath the database is at fault; null otherwise. */
    public static @Nullable LedgerException ofDisk(Throwable failure) {
        return StorageFailures.find(failure);
    }

    /** What is wrong, by what the reader must do about it. */
    public enum Kind {
        /** The encryption key, or the database's user or password, is not the right one. */
        WRONG_KEY,
        /** Another process holds the database in a way that this one cannot share. */
        BUSY,
        /** Another process has the database open, and is the one to ask. */
        OWNED,
        /** The process that has the database open was stopped. */
        OWNER_STOPPED,
        /** The database, its file or its folder cannot be reached, read or written. */
        UNREACHABLE,
        /** The database file is not whole. */
        DAMAGED,
        /** The database was written by a newer version of Leadscore. */
        NEWER_SCHEMA,
        /** There is no database yet, and whoever asked would only have read it. */
        NO_LEDGER,
        /** A setting is wrong. */
        MISCONFIGURED
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What to do about it, one sentence. */
    public String advice() {
        return advice;
    }
}
