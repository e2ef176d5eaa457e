package io.leadscore.ledger;

import io.leadscore.ledger.LedgerException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

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

    /** The server answers that it has none; PostgreSQL's driver says that in words only. */
    private static boolean isWithoutTls(SQLException failure) {
        return "08004".equals(failure.getSQLState())
                && String.valueOf(failure.getMessage()).contains("SSL");
    }

    private static boolean isNotTrusted(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                return true;
            }
        }
        return "08006".equals(failure.getSQLState())
                && String.valueOf(failure.getMessage()).contains("hostname");
    }

    static LedgerException translate(LedgerSettings settings, SQLException failure) {
        return settings.url() == null ? ofFile(settings, failure) : ofServer(failure);
    }

    private static LedgerException ofFile(LedgerSettings settings, SQLException failure) {
        HomeFolder home = new HomeFolder(settings.home());
        LedgerException found = StorageFailures.isDiskFull(failure) ? StorageFailures.find(failure) : null;
        if (found != null) {
            return found;
        }
        return switch (failure.getErrorCode()) {
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                unreadable(settings, home, failure);
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new LedgerException(
                        Kind.BUSY,
                        "The database file in " + settings.home() + " is locked by another program.",
                        "Close the program that has it open.",
                        failure);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1 -> damaged(home, failure);
            default ->
                StorageFailures.isDamage(failure) || isNonsense(failure)
                        ? damaged(home, failure)
                        : new LedgerException(
                                Kind.UNREACHABLE,
                                "The database in " + settings.home() + " cannot be opened (H2 error "
                                        + failure.getErrorCode() + ").",
                                "Check the disk and the permissions of that folder.",
                                failure);
        };
    }

    /** What H2 itself wrote there is no value, breaks a rule or is no SQL: somebody else wrote over it. */
    private static boolean isNonsense(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }

    /** To H2, a wrong key and a damaged file are the same. */
    private static LedgerException unreadable(LedgerSettings settings, HomeFolder home, SQLException failure) {
        KeyCheck.Answer answer;
        try {
            answer = new KeyCheck(home.checkFile()).ask(EncryptionKey.find(home, settings.encryptionKey()));
        } catch (IOException unknown) {
            answer = KeyCheck.Answer.UNKNOWN;
        }
        String wrongKey = "Set LEAD_SCORE_ENCRYPTION_KEY to the key that the database was made with, or unset it"
                + " if the key is in leadscore.key.";
        return switch (answer) {
            case RIGHT -> damaged(home, failure);
            case WRONG ->
                new LedgerException(
                        Kind.WRONG_KEY,
                        "The database in " + settings.home() + " does not open with this key.",
                        wrongKey,
                        failure);
            case UNKNOWN ->
                new LedgerException(
                        Kind.WRONG_KEY,
                        "The database in " + settings.home() + " does not open with this key, or it is damaged.",
                        wrongKey + " If the key is right: " + wayBack(home),
                        failure);
        };
    }

    static LedgerException damaged(HomeFolder home, @Nullable Exception failure) {
        return new LedgerException(
                Kind.DAMAGED,
                "The database file " + home.databaseFile() + " is damaged; the key is not the trouble.",
                wayBack(home),
                failure);
    }

    private static String wayBack(HomeFolder home) {
        Path kept;
        try {
            kept = home.keptCopy();
        } catch (IOException unknown) {
            kept = null;
        }
        return "Put back a copy of " + home.databaseFile().getFileName()
                + (kept == null ? "" : " (" + kept.getFileName() + " is it as it was before the last upgrade)")
                + ", or move it away: then a new ledger begins, and the next run fetches everything from HubSpot but the"
                + " history and the learnt weights.";
    }

    private static LedgerException ofServer(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (isWithoutTls(failure)) {
            return new LedgerException(
                    Kind.MISCONFIGURED,
                    "The server of LEAD_SCORE_DB_URL does not speak TLS, and is not on this machine.",
                    "Switch TLS on there (ssl = on); on a network that you trust, add sslmode=disable to the URL instead.",
                    failure);
        }
        if (isNotTrusted(failure)) {
            return new LedgerException(
                    Kind.MISCONFIGURED,
                    "The certificate of the server of LEAD_SCORE_DB_URL is not trusted, or is not that host's.",
                    "Name its authority's certificate by sslrootcert in the URL, or put it into ~/.postgresql/root.crt;"
                            + " the URL's host must be one of the certificate's names.",
                    failure);
        }
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
