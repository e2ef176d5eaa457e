package io.leadscore.ledger;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one run at a time work on an account, wherever it was started. Thread-safe. */
public final class RunLeases {

    private static final Logger log = LoggerFactory.getLogger(RunLeases.class);

    private final Leases leases;
    private final TransactionOperations transactions;
    private final Holder self;
    private final InstantSource clock;

    RunLeases(Leases leases, TransactionOperations transactions, Holder self, InstantSource clock) {
        this.leases = leases;
        this.transactions = transactions;
        this.self = self;
        this.clock = clock;
    }

    /** @param processId tells this process from every other, and names its connections */
    static RunLeases create(
            Statements statements, PlatformTransactionManager transactions, String processId, InstantSource clock) {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ProcessTable processes = ProcessTable.ofSystem();
        return new RunLeases(
                new Leases(statements, alone, processes),
                new TransactionTemplate(transactions),
                processes.self(processId),
                clock);
    }

    /**
     * Works under the lease on a job of an account, and gives it back.
     *
     * @param whenLost called once, in whatever thread notices, when the lease is lost meanwhile
     * @throws LeaseHeldException when somebody alive holds it; nothing was done
     * @throws LeaseLostException when it was lost, and something was to be written after that
     */
    public <T extends @Nullable Object> T whileHeld(long portalId, String job, Runnable whenLost, Supplier<T> work) {
        try (RunLease lease = take(portalId, job, whenLost)) {
            return lease.hold(work);
        }
    }

    /**
     * Whether a run of this job ended, or lost touch, without giving its lease back: there is something to recover, and
     * nobody who does.
     */
    public boolean isOrphaned(long portalId, String job) {
        return leases.isOrphaned(portalId, job, self);
    }

    private RunLease take(long portalId, String job, Runnable whenLost) {
        LeaseTerm term = new LeaseTerm(System::nanoTime, clock);
        LeaseTerm.Moment askedAt = term.now();
        LeaseResult result = leases.acquire(portalId, job, self, RunLease.TIME_TO_LIVE);
        if (!result.acquired()) {
            throw new LeaseHeldException(result.holder());
        }
        Holder before = result.takenOverFrom();
        if (before != null) {
            log.warn(
                    "Took the lease on {} over from {}, which ended or stood still without giving it back",
                    job,
                    before.name());
            cutOff(before);
        }
        return new RunLease(leases, transactions, portalId, job, result.epoch(), term, askedAt, whenLost);
    }

    /** Where the database does not allow that, its successor waits for what the other one has begun. */
    private void cutOff(Holder before) {
        if (before.id().equals(self.id())) {
            return;
        }
        try {
            leases.cutOff(before);
        } catch (DataAccessException refused) {
            log.warn("The connections of {} could not be ended", before.name(), refused);
        }
    }
}
