package io.leadscore.ledger;

import io.leadscore.ledger.LedgerException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Finds the disk's part in a failure, however deep in its causes. */
final class StorageFailures {

    private StorageFailures() {}

    /** What a failure means to a person, if the disk is at fault; null otherwise. */
    static @Nullable LedgerException find(Throwable failure) {
        if (isDiskFull(failure)) {
            return diskFull(failure);
        }
        if (any(failure, StorageFailures::damages)) {
            return new LedgerException(
                    Kind.DAMAGED,
                    "The database file in LEAD_SCORE_HOME is damaged.",
                    "Stop what runs, and start scripts/leadscore doctor: it says what can be put back.",
                    failure);
        }
        return any(failure, StorageFailures::closes)
                ? new LedgerException(
                        Kind.UNREACHABLE,
                        "The database in LEAD_SCORE_HOME closed itself in the middle of the work, as it does when its disk is"
                                + " full or fails.",
                        "scripts/leadscore doctor tells how much room there is; the next run goes on from what was completed.",
                        failure)
                : null;
    }

    /** What H2 says once it could not write, from the second time on. */
    private static boolean closes(Throwable cause) {
        if (cause instanceof SQLException failure) {
            int code = failure.getErrorCode();
            return code == ErrorCode.DATABASE_IS_CLOSED
                    || code == ErrorCode.IO_EXCEPTION_1
                    || code == ErrorCode.IO_EXCEPTION_2;
        }
        return cause instanceof MVStoreException failure
                && (failure.getErrorCode() == DataUtils.ERROR_CLOSED
                        || failure.getErrorCode() == DataUtils.ERROR_WRITING_FAILED);
    }

    /** What it means that commits could not be put on the disk. */
    static LedgerException whileStoring(RuntimeException failure) {
        return isDiskFull(failure)
                ? diskFull(failure)
                : new LedgerException(
                        Kind.UNREACHABLE,
                        "What was written to the database could not be put on the disk ("
                                + failure.getClass().getSimpleName() + ").",
                        "Check the disk of LEAD_SCORE_HOME; the next run goes on from what is there.",
                        failure);
    }

    static boolean isDiskFull(Throwable failure) {
        return any(failure, cause -> {
            String message = cause instanceof IOException ? cause.getMessage() : null;
            String said = message == null ? "" : message.toLowerCase(Locale.ROOT);
            return said.contains("no space left") || said.contains("disk quota") || said.contains("not enough space");
        });
    }

    static boolean isDamage(Throwable failure) {
        return any(failure, StorageFailures::damages);
    }

    private static LedgerException diskFull(Throwable failure) {
        return new LedgerException(
                Kind.UNREACHABLE,
                "The disk of LEAD_SCORE_HOME is full.",
                "Make room there; nothing that was completed is lost, and the next run goes on from there.",
                failure);
    }

    private static boolean damages(Throwable cause) {
        if (cause instanceof SQLException failure) {
            return failure.getErrorCode() == ErrorCode.FILE_CORRUPTED_1;
        }
        if (cause instanceof MVStoreException failure) {
            int code = failure.getErrorCode();
            return code == DataUtils.ERROR_FILE_CORRUPT
                    || code == DataUtils.ERROR_CHUNK_NOT_FOUND
                    || code == DataUtils.ERROR_INTERNAL
                    || code == DataUtils.ERROR_SERIALIZATION
                    || code == DataUtils.ERROR_BLOCK_NOT_FOUND;
        }
        return cause instanceof EOFException;
    }

    private static boolean any(Throwable failure, Predicate<Throwable> test) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
