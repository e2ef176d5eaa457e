package io.leadscore.ledger;

import java.sql.SQLException;

/** Makes something of the current row. */
@FunctionalInterface
interface RowReader<T> {

    T read(Row row) throws SQLException;
}
