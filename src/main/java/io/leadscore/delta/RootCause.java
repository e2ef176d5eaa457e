package io.leadscore.delta;

import io.leadscore.hubspot.HubSpotException;
import io.leadscore.ledger.LeaseLostException;
import io.leadscore.ledger.LedgerException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.dao.PessimisticLockingFailureException;

/** Finds what made an execution fail beneath the framework's wrappers. */
final class RootCause {

    private RootCause() {}

    static Throwable of(JobExecution execution) {
        Throwable first = null;
        for (Throwable failure : execution.getAllFailureExceptions()) {
            Throwable root = rootOf(failure);
            if (root instanceof HubSpotException || root instanceof LeaseLostException) {
                return root;
            }
            first = first == null ? root : first;
        }
        return first == null ? new IllegalStateException("The run failed without saying why") : first;
    }

    /** Whether the database broke a transaction off for another one's sake, which is worth a second try. */
    static boolean mayPass(JobExecution execution) {
        return execution.getStatus() == BatchStatus.FAILED
                && execution.getAllFailureExceptions().stream().anyMatch(RootCause::isBrokenOff);
    }

    private static boolean isBrokenOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PessimisticLockingFailureException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof HubSpotException)) {
            root = root.getCause();
        }
        return root;
    }

    /** What may be told and kept of a failure: our own sentences. Any other message may quote data. */
    static String sentence(Throwable failure) {
        return failure instanceof HubSpotException
                        || failure instanceof LedgerException
                        || failure instanceof LeaseLostException
                        || failure instanceof AccountNotReadyException
                ? String.valueOf(failure.getMessage())
                : "Leadscore failed unexpectedly (" + failure.getClass().getSimpleName() + ").";
    }
}
