package io.leadscore.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** Runs SQL on the connection, and in the transaction, of the caller. Thread-safe. */
final class Statements {

    /**
     * A table of ids, {@code k(id)}: an array parameter of any length. What is looked up by it is left-joined, for inner
     * joins H2 may reorder, and then it goes through a whole table and through the array for each of its rows.
     */
    static final String IDS = "UNNEST(CAST(? AS BIGINT ARRAY)) AS k(id)";

    /** The same of texts, {@code k(id)}. */
    static final String KEYS = "UNNEST(CAST(? AS VARCHAR ARRAY)) AS k(id)";

    /** How many rows travel to the database at once. */
    private static final int BATCH = 1_000;

    private final JdbcOperations jdbc;
    private final Dialect dialect;
    private final Durability durability;

    /** H2 takes arrays of at most 65,536. */
    private static final int MOST_IN_ARRAY = 50_000;

    Statements(JdbcOperations jdbc, LedgerDatabase database) {
        this.jdbc = jdbc;
        this.dialect = database.dialect();
        this.durability = database.durability();
    }

    Dialect dialect() {
        return dialect;
    }

    /** Reads all rows. */
    <T> List<T> query(String sql, Setter parameters, RowReader<T> reader) {
        return run(sql, statement -> {
            parameters.set(new Parameters(statement));
            try (var results = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                Row row = new Row(results);
                while (row.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        });
    }

    /** Reads the rows that left joins found: those whose first column, which the reader does not see, is not null. */
    <T> List<T> found(String sql, Setter parameters, RowReader<T> reader) {
        return run(sql, statement -> {
            parameters.set(new Parameters(statement));
            try (var results = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                Row row = new Row(results);
                while (row.next()) {
                    if (row.numberOrNull() != null) {
                        read.add(reader.read(row));
                    }
                }
                return read;
            }
        });
    }

    /** Reads the first row, if there is one. */
    <T> @Nullable T first(String sql, Setter parameters, RowReader<T> reader) {
        List<T> rows = query(sql, parameters, reader);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Reads one number, such as a count. */
    long number(String sql, Setter parameters) {
        return query(sql, parameters, Row::number).get(0);
    }

    /** Changes rows, and says how many. */
    int update(String sql, Setter parameters) {
        return change(sql, statement -> {
            parameters.set(new Parameters(statement));
            return statement.executeUpdate();
        });
    }

    /** Runs the statement once for each item, in as few round trips as possible. */
    <T> void batch(String sql, Collection<T> items, Binder<T> binder) {
        if (items.isEmpty()) {
            return;
        }
        change(sql, statement -> {
            Parameters parameters = new Parameters(statement);
            int waiting = 0;
            for (T item : items) {
                parameters.restart();
                binder.bind(item, parameters);
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
            return items.size();
        });
    }

    /**
     * To be said after a write that others rely on as soon as it is committed, because of what is done next outside: when
     * the commit of the caller's transaction returns, it is on the disk, and so is everything that was committed before.
     */
    void mustLast() {
        durability.forceOnCommit();
    }

    /** Any number of ids or keys in portions that fit into an array parameter. */
    static <T> List<List<T>> portions(Collection<T> all) {
        List<T> ordered = List.copyOf(all);
        List<List<T>> portions = new ArrayList<>();
        for (int start = 0; start < ordered.size(); start += MOST_IN_ARRAY) {
            portions.add(ordered.subList(start, Math.min(ordered.size(), start + MOST_IN_ARRAY)));
        }
        return portions;
    }

    /** What a run changes outside a transaction is conditional on its lease, too. */
    private <T> T change(String sql, PreparedStatementCallback<T> callback) {
        RunLease lease = RunLease.current();
        return lease == null ? run(sql, callback) : lease.inTransaction(() -> run(sql, callback));
    }

    private <T> T run(String sql, PreparedStatementCallback<T> callback) {
        T result = jdbc.execute(sql, callback);
        if (result == null) {
            throw new IllegalStateException("a statement gave no result");
        }
        return result;
    }

    /** Sets a statement's parameters. */
    @FunctionalInterface
    interface Setter {

        void set(Parameters parameters) throws SQLException;
    }
}
