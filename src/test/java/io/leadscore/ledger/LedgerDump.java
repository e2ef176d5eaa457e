package io.leadscore.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that a database holds, as text: what a test for leaks searches. */
public final class LedgerDump {

    private LedgerDump() {}

    /** Every row of every table, also those of the job repository and the scheduler; a row a line. */
    public static String of(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        StringBuilder dump = new StringBuilder();
        for (String table : tables(jdbc)) {
            jdbc.query("SELECT * FROM \"" + table + "\"", results -> {
                dump.append(table).append(": ").append(row(results)).append('\n');
            });
        }
        return dump.toString();
    }

    private static List<String> tables(JdbcTemplate jdbc) {
        return jdbc.query(
                "SELECT table_name FROM INFORMATION_SCHEMA.TABLES WHERE LOWER(table_schema) = 'public'"
                        + " AND table_type = 'BASE TABLE' ORDER BY table_name",
                (table, number) -> String.valueOf(table.getString(1)));
    }

    private static String row(ResultSet results) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
            values.add(results.getMetaData().getColumnName(column) + "=" + results.getString(column));
        }
        return String.join(", ", values);
    }
}
