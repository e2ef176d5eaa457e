package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaVersionTests {

    @Test
    void knowsTheNewestScript() throws IOException {
        try (Stream<Path> scripts = Files.walk(Path.of("sql"))) {
            int newest = scripts.map(script -> script.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*\\.sql"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('_'))))
                    .max()
                    .orElseThrow();

            assertThat(SchemaVersion.NEWEST).isEqualTo(String.valueOf(newest));
        }
    }

    @Test
    void takesNoNoticeOfTablesOfAnotherProgram() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA other");
            statement.execute("CREATE TABLE other.\"flyway_schema_history\" (\"version\" VARCHAR)");

            assertThat(SchemaVersion.there(connection)).isNull();
        }
    }
}
