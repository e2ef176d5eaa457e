package io.leadscore.ledger;

import java.util.List;

/**
 * What the database knows of how full its tables are, by which it chooses its ways to read them. PostgreSQL finds out by
 * itself some minutes after a table was filled, and reads slowly until then; H2 as it writes. Joins the caller's
 * transaction. Thread-safe.
 */
public final class TableStatistics {

    /** What a first sync fills. */
    private static final List<String> TABLES = List.of(
            "contact",
            "company",
            "deal",
            "engagement",
            "link",
            "lifecycle_history",
            "first_filled",
            "link_queue",
            "touched",
            "score",
            "score_history",
            "fit_profile",
            "fit_queue",
            "action_standing",
            "action_firing",
            "action_crossing",
            "action_outbox");

    private final Statements statements;

    TableStatistics(Statements statements) {
        this.statements = statements;
    }

    /** Has PostgreSQL find out now, from samples, in a second or so; does nothing on H2. */
    public void renew() {
        if (statements.dialect() == Dialect.POSTGRESQL) {
            statements.update("ANALYZE " + String.join(", ", TABLES), to -> {});
        }
    }
}
