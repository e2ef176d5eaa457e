package io.leadscore.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a result, read column by column from the left. Confined to one thread. */
final class Row {

    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    /** Goes to the next row's first column; false at the end. */
    boolean next() throws SQLException {
        column = 0;
        return results.next();
    }

    long number() throws SQLException {
        return results.getLong(++column);
    }

    @Nullable
    Long numberOrNull() throws SQLException {
        long number = number();
        return results.wasNull() ? null : number;
    }

    int count() throws SQLException {
        return Math.toIntExact(number());
    }

    double decimal() throws SQLException {
        return results.getDouble(++column);
    }

    @Nullable
    Double decimalOrNull() throws SQLException {
        double decimal = decimal();
        return results.wasNull() ? null : decimal;
    }

    boolean flag() throws SQLException {
        return results.getBoolean(++column);
    }

    String text() throws SQLException {
        return results.getString(++column);
    }

    @Nullable
    String textOrNull() throws SQLException {
        return results.getString(++column);
    }

    Instant instant() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    @Nullable
    Instant instantOrNull() throws SQLException {
        long millis = number();
        return results.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Nullable
    Duration durationOrNull() throws SQLException {
        long millis = number();
        return results.wasNull() ? null : Duration.ofMillis(millis);
    }

    <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) throws SQLException {
        String name = textOrNull();
        return name == null ? null : Enum.valueOf(type, name);
    }
}
