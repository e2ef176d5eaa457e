package io.leadscore.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The ledger's transactions. One that a run begins is committed only while the run's lease is its own: a run that was frozen
 * beyond its lease writes nothing over what its successor wrote. Thread-safe.
 */
final class LedgerTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    LedgerTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        RunLease lease = RunLease.current();
        if (lease != null && status.isNewTransaction() && !status.isReadOnly()) {
            lease.confirm();
        }
    }
}
