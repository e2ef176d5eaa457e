package io.leadscore.ledger;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts on the disk what was committed. Thread-safe. */
@FunctionalInterface
interface Durability {

    /**
     * Returns when all that was committed before is on the disk: it survives a kill of the process and, if the disk keeps
     * its word, a loss of power.
     *
     * @throws LedgerException when it cannot be put there
     */
    void force();

    /** Does so before the commit of the caller's transaction returns; at once when there is none. */
    default void forceOnCommit() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            force();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                force();
            }
        });
    }
}
