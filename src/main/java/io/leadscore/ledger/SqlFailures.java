package io.leadscore.ledger;

import io.leadscore.ledger.LedgerException.Kind;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** Says in one sentence why a database cannot be opened. */
final class SqlFailures {

    private SqlFailures() {}

    /** The failure of the driver inside another one. */
    static SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return new SQLException("no connection", "08000", failure);
    }

    static LedgerException translate(LedgerSettings settings, SQLException failure) {
        return settings.url() == null ? ofFile(settings, failure) : ofServer(failure);
    }

    private static LedgerException ofFile(LedgerSettings settings, SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                new LedgerException(
                        Kind.WRONG_KEY,
                        "The database in " + settings.home() + " does not open with this key.",
                        "Set LEAD_SCORE_ENCRYPTION_KEY to the key that the database was made with, or unset it"
                                + " if the key is in leadscore.key.",
                        failure);
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new LedgerException(
                        Kind.BUSY,
                        "The database file in " + settings.home() + " is locked by another program.",
                        "Close the program that has it open.",
                        failure);
            default ->
                new LedgerException(
                        Kind.UNREACHABLE,
                        "The database in " + settings.home() + " cannot be opened (H2 error " + failure.getErrorCode()
                                + ").",
                        "Check disk space and permissions of that folder; if the file is damaged, restore a backup.",
                        failure);
        };
    }

    private static LedgerException ofServer(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28")
                ? new LedgerException(
                        Kind.WRONG_KEY,
                        "PostgreSQL refuses the user of LEAD_SCORE_DB_USER.",
                        "Check LEAD_SCORE_DB_USER and LEAD_SCORE_DB_PASSWORD.",
                        failure)
                : new LedgerException(
                        Kind.UNREACHABLE,
                        "The database of LEAD_SCORE_DB_URL cannot be opened (SQL state " + state + ").",
                        "Check LEAD_SCORE_DB_URL, that PostgreSQL is running there, and the rights of its user.",
                        failure);
    }
}
