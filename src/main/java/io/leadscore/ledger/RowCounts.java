package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows a database has in each table; which scripts made the tables does not count.
 *
 * @param byTable rows by the table's name
 */
record RowCounts(Map<String, Long> byTable) {

    RowCounts {
        byTable = Map.copyOf(byTable);
    }

    /** Counts, table by table. */
    static RowCounts of(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
                    counts.put(table, count.next() ? count.getLong(1) : 0);
                }
            }
        }
        return new RowCounts(counts);
    }

    /** Whether there is nothing that anybody would miss. */
    boolean areZero() {
        return byTable.values().stream().allMatch(rows -> rows == 0);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = statement.executeQuery("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_TYPE = 'BASE TABLE'"
                + " AND TABLE_NAME <> 'flyway_schema_history'")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }
}
