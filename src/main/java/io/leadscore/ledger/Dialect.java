package io.leadscore.ledger;

import java.util.List;
import java.util.stream.Collectors;

/** Where the SQL of H2 and of PostgreSQL differs. */
enum Dialect {
    H2("h2") {
        @Override
        String upsert(String table, List<String> key, List<String> columns) {
            return "MERGE INTO " + table + " (" + String.join(", ", columns) + ") KEY (" + String.join(", ", key)
                    + ") VALUES (" + marks(columns) + ")";
        }

        @Override
        String insertIfAbsent(String table, List<String> key, List<String> columns) {
            String same =
                    key.stream().map(column -> "t." + column + " = n." + column).collect(Collectors.joining(" AND "));
            String values = columns.stream().map(column -> "n." + column).collect(Collectors.joining(", "));
            return "MERGE INTO " + table + " AS t USING (VALUES (" + marks(columns) + ")) AS n ("
                    + String.join(", ", columns) + ") ON " + same + " WHEN NOT MATCHED THEN INSERT ("
                    + String.join(", ", columns) + ") VALUES (" + values + ")";
        }

        @Override
        String confirmation(String row) {
            return "SELECT 1 FROM " + row + " FOR UPDATE";
        }
    },

    POSTGRESQL("postgresql") {
        @Override
        String upsert(String table, List<String> key, List<String> columns) {
            String changes = columns.stream()
                    .filter(column -> !key.contains(column))
                    .map(column -> column + " = EXCLUDED." + column)
                    .collect(Collectors.joining(", "));
            return insert(table, columns) + " ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET " + changes;
        }

        @Override
        String insertIfAbsent(String table, List<String> key, List<String> columns) {
            return insert(table, columns) + " ON CONFLICT (" + String.join(", ", key) + ") DO NOTHING";
        }

        @Override
        String confirmation(String row) {
            return "SELECT set_config('idle_in_transaction_session_timeout', '10s', true) FROM " + row
                    + " FOR KEY SHARE";
        }
    };

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where the migrations are that only this database understands. */
    String migrations() {
        return "classpath:sql/" + folder;
    }

    /** Inserts a row, or sets every column of the row that has this key. */
    abstract String upsert(String table, List<String> key, List<String> columns);

    /** Inserts a row unless there is one that has this key. */
    abstract String insertIfAbsent(String table, List<String> key, List<String> columns);

    /**
     * Finds a row, and keeps its key from changing until the transaction ends; on PostgreSQL that may last ten seconds more
     * and no longer.
     *
     * @param row table and condition
     */
    abstract String confirmation(String row);

    /** Inserts a row. */
    static String insert(String table, List<String> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks(columns) + ")";
    }

    private static String marks(List<String> columns) {
        return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    }
}
