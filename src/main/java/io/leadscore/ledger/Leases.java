package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The rows that say who may run a job of an account: at most one process at a time, on one host or several. Time is the
 * database's, never the asker's. Each acquisition raises the epoch, which never goes back. Thread-safe.
 */
final class Leases {

    private static final List<String> KEY = List.of("portal_id", "job");

    /** Milliseconds since 1970, as the database has it. */
    static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

    private static final String MINE = " WHERE portal_id = ? AND job = ? AND epoch = ?";

    private final Statements statements;
    private final TransactionOperations alone;
    private final ProcessTable processes;
    private final String insert;
    private final String confirm;

    /** @param alone transactions of their own, whatever the caller is in, for others must see a lease at once */
    Leases(Statements statements, TransactionOperations alone, ProcessTable processes) {
        this.statements = statements;
        this.alone = alone;
        this.processes = processes;
        this.insert = statements
                .dialect()
                .insertIfAbsent(
                        "lease",
                        KEY,
                        List.of("portal_id", "job", "host", "pid", "process_start", "expires_at", "epoch"));
        this.confirm = statements.dialect().confirmation("lease" + MINE);
    }

    /**
     * Acquires a job's lease if it is free, expired, or held by a process that is known to be dead. Waits for whoever is
     * committing under it.
     */
    LeaseResult acquire(long portalId, String job, Holder asker, Duration ttl) {
        makeRow(portalId, job);
        while (true) {
            Lease held = require(portalId, job);
            Holder before = held.holder();
            if (before != null && !held.expired() && !processes.isKnownDead(before)) {
                return new LeaseResult(before, 0, null);
            }
            if (takeOver(portalId, job, held, asker, ttl)) {
                return new LeaseResult(asker, held.epoch() + 1, before);
            }
        }
    }

    /** Prolongs a lease; false when it was lost. */
    boolean renew(long portalId, String job, long epoch, Duration ttl) {
        return changes(
                        "UPDATE lease SET expires_at = " + NOW + " + ?" + MINE + " AND holder_id IS NOT NULL",
                        to -> to.duration(ttl).number(portalId).text(job).number(epoch))
                > 0;
    }

    /**
     * Whether a lease is held still, asked at the end of a transaction that depends on it: whoever takes it over waits for
     * the commit. A commit that does not come within seconds is cut off, so that a process which is frozen here keeps nobody
     * waiting.
     */
    boolean confirm(long portalId, String job, long epoch) {
        return !statements
                .query(confirm, to -> to.number(portalId).text(job).number(epoch), row -> Boolean.TRUE)
                .isEmpty();
    }

    /** Gives a lease back; nothing happens when it was lost. */
    void release(long portalId, String job, long epoch) {
        changes(
                "UPDATE lease SET holder_id = NULL, expires_at = 0" + MINE,
                to -> to.number(portalId).text(job).number(epoch));
        statements.mustLast();
    }

    /** Whether a job's lease was left behind by another process that is dead or did not renew it. */
    boolean isOrphaned(long portalId, String job, Holder asker) {
        Lease held = find(portalId, job);
        Holder holder = held == null ? null : held.holder();
        return held != null
                && holder != null
                && !holder.id().equals(asker.id())
                && (held.expired() || processes.isKnownDead(holder));
    }

    /**
     * Ends the connections of a process that lost its lease, where the database is a server: what it has begun must not keep
     * its successor waiting.
     */
    void cutOff(Holder lost) {
        if (statements.dialect() == Dialect.POSTGRESQL) {
            statements.query(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND usename = current_user AND application_name = ?",
                    to -> to.text(lost.id()),
                    row -> Boolean.TRUE);
        }
    }

    private void makeRow(long portalId, String job) {
        if (find(portalId, job) != null) {
            return;
        }
        try {
            changes(insert, to -> to.number(portalId)
                    .text(job)
                    .text("")
                    .number(0)
                    .number(0)
                    .number(0)
                    .number(0));
        } catch (DuplicateKeyException lostTheRace) {
            // H2 decides whether a row is there before it inserts; it is there now.
        }
    }

    private boolean takeOver(long portalId, String job, Lease held, Holder asker, Duration ttl) {
        Holder before = held.holder();
        // A dead one renews no more; one that only seemed late may just have done so.
        String over = before == null || held.expired() ? " AND (holder_id IS NULL OR expires_at <= " + NOW + ")" : "";
        return changes(
                        "UPDATE lease SET epoch = epoch + 1, holder_id = ?, host = ?, pid = ?, process_start = ?,"
                                + " place = ?, expires_at = " + NOW + " + ?" + MINE + over,
                        to -> to.text(asker.id())
                                .text(asker.host())
                                .number(asker.pid())
                                .number(asker.startTicks())
                                .text(asker.place())
                                .duration(ttl)
                                .number(portalId)
                                .text(job)
                                .number(held.epoch()))
                > 0;
    }

    private int changes(String sql, Statements.Setter parameters) {
        return Objects.requireNonNull(alone.execute(status -> statements.update(sql, parameters)));
    }

    private Lease require(long portalId, String job) {
        Lease found = find(portalId, job);
        if (found == null) {
            throw new IllegalStateException("The row of the lease on " + job + " is gone");
        }
        return found;
    }

    private @Nullable Lease find(long portalId, String job) {
        return statements.first(
                "SELECT epoch, CASE WHEN expires_at <= " + NOW + " THEN 1 ELSE 0 END, host, pid, process_start, place,"
                        + " holder_id FROM lease WHERE portal_id = ? AND job = ?",
                to -> to.number(portalId).text(job),
                Leases::read);
    }

    private static Lease read(Row row) throws SQLException {
        long epoch = row.number();
        boolean expired = row.number() == 1;
        String host = row.text();
        long pid = row.number();
        long startTicks = row.number();
        String place = row.textOrNull();
        String id = row.textOrNull();
        return new Lease(
                epoch, expired, id == null ? null : new Holder(host, pid, startTicks, place == null ? "" : place, id));
    }

    /** @param holder null: it is free */
    private record Lease(
            long epoch, boolean expired, @Nullable Holder holder) {}
}
