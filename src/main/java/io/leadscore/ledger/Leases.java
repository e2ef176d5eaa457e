package io.leadscore.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Who may run a job of an account: at most one process at a time, on one host or several. Call it outside a
 * transaction, for others must see it at once. Thread-safe.
 */
public final class Leases {

    private static final List<String> KEY = List.of("portal_id", "job");
    private static final String MINE = " WHERE portal_id = ? AND job = ? AND holder_id = ?";

    private final Statements statements;
    private final String insert;

    Leases(Statements statements) {
        this.statements = statements;
        this.insert = statements
                .dialect()
                .insertIfAbsent(
                        "lease",
                        KEY,
                        List.of("portal_id", "job", "holder_id", "host", "pid", "process_start", "expires_at"));
    }

    /**
     * Acquires a job's lease if it is free, the asker's own, expired, or held by a process of the asker's host that is
     * dead.
     */
    public LeaseResult acquire(long portalId, String job, Holder asker, Instant now, Duration ttl) {
        Instant until = now.plus(ttl);
        if (insert(portalId, job, asker, until)) {
            return new LeaseResult(true, asker, until, null);
        }
        Lease held = find(portalId, job);
        if (held == null) {
            return acquire(portalId, job, asker, now, ttl);
        }
        boolean own = held.holder().id().equals(asker.id());
        boolean over = !held.expiresAt().isAfter(now) || held.holder().isDeadOn(asker.host());
        if ((own || over) && takeOver(portalId, job, held, asker, until)) {
            return new LeaseResult(true, asker, until, own ? null : held.holder());
        }
        if (own || over) {
            held = find(portalId, job);
        }
        return held == null
                ? acquire(portalId, job, asker, now, ttl)
                : new LeaseResult(false, held.holder(), held.expiresAt(), null);
    }

    /** Prolongs a lease; false when the holder lost it. */
    public boolean renew(long portalId, String job, Holder holder, Instant now, Duration ttl) {
        return statements.update("UPDATE lease SET expires_at = ?" + MINE, to -> to.instant(now.plus(ttl))
                        .number(portalId)
                        .text(job)
                        .text(holder.id()))
                > 0;
    }

    /** Gives a lease back; nothing happens when the holder lost it. */
    public void release(long portalId, String job, Holder holder) {
        statements.update(
                "DELETE FROM lease" + MINE, to -> to.number(portalId).text(job).text(holder.id()));
    }

    /** Who holds a job's lease, dead or alive; null when nobody does. */
    public @Nullable Holder holder(long portalId, String job) {
        Lease held = find(portalId, job);
        return held == null ? null : held.holder();
    }

    private boolean insert(long portalId, String job, Holder holder, Instant until) {
        try {
            return statements.update(insert, to -> to.number(portalId)
                            .text(job)
                            .text(holder.id())
                            .text(holder.host())
                            .number(holder.pid())
                            .instant(holder.processStart())
                            .instant(until))
                    > 0;
        } catch (DuplicateKeyException lostTheRace) {
            return false;
        }
    }

    private boolean takeOver(long portalId, String job, Lease held, Holder asker, Instant until) {
        return statements.update(
                        "UPDATE lease SET holder_id = ?, host = ?, pid = ?, process_start = ?, expires_at = ?" + MINE
                                + " AND expires_at = ?",
                        to -> to.text(asker.id())
                                .text(asker.host())
                                .number(asker.pid())
                                .instant(asker.processStart())
                                .instant(until)
                                .number(portalId)
                                .text(job)
                                .text(held.holder().id())
                                .instant(held.expiresAt()))
                > 0;
    }

    private @Nullable Lease find(long portalId, String job) {
        return statements.first(
                "SELECT host, pid, process_start, holder_id, expires_at FROM lease WHERE portal_id = ? AND job = ?",
                to -> to.number(portalId).text(job),
                row -> new Lease(new Holder(row.text(), row.number(), row.instant(), row.text()), row.instant()));
    }

    private record Lease(Holder holder, Instant expiresAt) {}
}
