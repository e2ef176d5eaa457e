package io.leadscore.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/** Opens a new connection to a database file each time. */
final class PlainConnections extends AbstractDriverBasedDataSource {

    private final EncryptedFile file;

    PlainConnections(EncryptedFile file) {
        this.file = file;
    }

    @Override
    protected Connection getConnectionFromDriver(java.util.Properties unused) throws SQLException {
        return file.connect("");
    }
}
