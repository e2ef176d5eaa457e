package io.leadscore.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A statement's parameters, set from the left. Nulls carry their type, for PostgreSQL prepares a statement anew when a
 * parameter's type changes. Confined to one thread.
 */
final class Parameters {

    private final PreparedStatement statement;
    private int parameter;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    void restart() {
        parameter = 0;
    }

    Parameters number(long number) throws SQLException {
        statement.setLong(++parameter, number);
        return this;
    }

    Parameters number(@Nullable Long number) throws SQLException {
        return number == null ? absent(Types.BIGINT) : number(number.longValue());
    }

    Parameters decimal(@Nullable Double decimal) throws SQLException {
        if (decimal == null) {
            return absent(Types.DOUBLE);
        }
        statement.setDouble(++parameter, decimal);
        return this;
    }

    Parameters flag(boolean flag) throws SQLException {
        statement.setBoolean(++parameter, flag);
        return this;
    }

    Parameters text(@Nullable String text) throws SQLException {
        if (text == null) {
            return absent(Types.VARCHAR);
        }
        statement.setString(++parameter, text);
        return this;
    }

    Parameters constant(@Nullable Enum<?> constant) throws SQLException {
        return text(constant == null ? null : constant.name());
    }

    Parameters instant(@Nullable Instant instant) throws SQLException {
        return instant == null ? absent(Types.BIGINT) : number(instant.toEpochMilli());
    }

    Parameters duration(@Nullable Duration duration) throws SQLException {
        return duration == null ? absent(Types.BIGINT) : number(duration.toMillis());
    }

    /** Ids as one array; the statement reads them by {@link Statements#IDS}. */
    Parameters ids(Collection<Long> ids) throws SQLException {
        statement.setArray(++parameter, statement.getConnection().createArrayOf("bigint", ids.toArray()));
        return this;
    }

    /** Texts as one array; the statement reads them by {@link Statements#KEYS}. */
    Parameters texts(Collection<String> texts) throws SQLException {
        statement.setArray(++parameter, statement.getConnection().createArrayOf("varchar", texts.toArray()));
        return this;
    }

    private Parameters absent(int type) throws SQLException {
        statement.setNull(++parameter, type);
        return this;
    }
}
