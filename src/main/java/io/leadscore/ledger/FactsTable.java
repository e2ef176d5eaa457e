package io.leadscore.ledger;

import io.leadscore.lead.Facts;
import io.leadscore.lead.ObjectType;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the mirror.
 *
 * @param name its name
 * @param type the type of its rows that is meant, when the table holds several types
 * @param columns its columns but for the key, the time of change and the hash, in the order that the reader expects
 * @param reset columns that every write sets to null
 * @param known columns that tell an existing row's state, read by {@code existing}
 * @param existing reads id, time of change, hash and the {@code known} columns
 * @param merge what to write, of what is known and what is offered
 * @param reader reads id, time of change and all columns
 */
record FactsTable<F extends Facts>(
        String name,
        @Nullable ObjectType type,
        List<Column<F>> columns,
        List<String> reset,
        List<String> known,
        RowReader<Existing> existing,
        BiFunction<Existing, F, F> merge,
        RowReader<F> reader) {

    /** A table that keeps nothing but the last state of one type. */
    static <F extends Facts> FactsTable<F> plain(String name, List<Column<F>> columns, RowReader<F> reader) {
        return new FactsTable<>(
                name,
                null,
                columns,
                List.of(),
                List.of(),
                row -> new Existing(row.number(), row.number(), row.number(), false, null, null, null),
                (known, offered) -> offered,
                reader);
    }

    List<String> key() {
        return type == null ? List.of("portal_id", "id") : List.of("portal_id", "type", "id");
    }

    List<String> allColumns() {
        return Stream.of(
                        key().stream(),
                        Stream.of("modified_at", "facts_hash"),
                        columns.stream().map(Column::name),
                        reset.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** What the reader reads, of the alias {@code t}. */
    String selection() {
        return Stream.concat(Stream.of("id", "modified_at"), columns.stream().map(Column::name))
                .map(column -> "t." + column)
                .collect(Collectors.joining(", "));
    }

    /** Reads the known state of rows by {@link Statements#IDS}, portal and, where there is one, type. */
    String selectExisting() {
        String selection = Stream.concat(Stream.of("id", "modified_at", "facts_hash"), known.stream())
                .map(column -> "t." + column)
                .collect(Collectors.joining(", "));
        return "SELECT t.id, " + selection + fromIds();
    }

    /** Reads rows by {@link Statements#IDS}, portal and, where there is one, type. */
    String selectRows() {
        return "SELECT t.id, " + selection() + fromIds();
    }

    private String fromIds() {
        return " FROM " + Statements.IDS + " LEFT JOIN " + name + " t ON t.portal_id = ?"
                + (type == null ? "" : " AND t.type = '" + type + "'") + " AND t.id = k.id";
    }

    @Nullable
    Object[] values(F facts) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value().of(facts);
        }
        return values;
    }
}
