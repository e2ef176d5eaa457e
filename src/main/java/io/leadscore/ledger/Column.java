package io.leadscore.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A column of the mirror, and how it is filled from facts.
 *
 * @param name the column's name
 * @param kind the column's type
 * @param value the facts' value: a Long, Double, Boolean or String, as the kind says
 */
record Column<F>(String name, Kind kind, Getter<F, Object> value) {

    /** Reads a value off facts; null when it is unknown. */
    @FunctionalInterface
    interface Getter<F, V> {

        @Nullable
        V of(F facts);
    }

    /** A column's type. */
    enum Kind {
        NUMBER,
        DECIMAL,
        FLAG,
        TEXT
    }

    static <F> Column<F> number(String name, Getter<F, Long> value) {
        return new Column<>(name, Kind.NUMBER, value::of);
    }

    static <F> Column<F> count(String name, Getter<F, Integer> value) {
        return new Column<>(name, Kind.NUMBER, facts -> {
            Integer count = value.of(facts);
            return count == null ? null : Long.valueOf(count);
        });
    }

    static <F> Column<F> decimal(String name, Getter<F, Double> value) {
        return new Column<>(name, Kind.DECIMAL, value::of);
    }

    static <F> Column<F> flag(String name, Getter<F, Boolean> value) {
        return new Column<>(name, Kind.FLAG, value::of);
    }

    static <F> Column<F> text(String name, Getter<F, String> value) {
        return new Column<>(name, Kind.TEXT, value::of);
    }

    static <F> Column<F> constant(String name, Getter<F, Enum<?>> value) {
        return new Column<>(name, Kind.TEXT, facts -> {
            Enum<?> constant = value.of(facts);
            return constant == null ? null : constant.name();
        });
    }

    static <F> Column<F> instant(String name, Getter<F, Instant> value) {
        return new Column<>(name, Kind.NUMBER, facts -> {
            Instant instant = value.of(facts);
            return instant == null ? null : instant.toEpochMilli();
        });
    }

    static <F> Column<F> duration(String name, Getter<F, Duration> value) {
        return new Column<>(name, Kind.NUMBER, facts -> {
            Duration duration = value.of(facts);
            return duration == null ? null : duration.toMillis();
        });
    }

    void bind(@Nullable Object value, Parameters to) throws SQLException {
        switch (kind) {
            case NUMBER -> to.number((Long) value);
            case DECIMAL -> to.decimal((Double) value);
            case FLAG -> to.flag(Boolean.TRUE.equals(value));
            case TEXT -> to.text((String) value);
        }
    }
}
