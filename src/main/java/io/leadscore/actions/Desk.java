package io.leadscore.actions;

import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionBreakers;
import io.leadscore.ledger.ActionLine;
import io.leadscore.ledger.Assignments;
import io.leadscore.ledger.Outbox;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a run works on in the ledger.
 *
 * @param transactions each committed before the next begins, whatever transaction the caller is in
 */
record Desk(
        Outbox outbox,
        ActionLine line,
        Assignments assignments,
        ActionBook book,
        ActionBreakers breakers,
        MassQuota mass,
        TransactionOperations transactions) {

    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }
}
