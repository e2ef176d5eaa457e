package io.leadscore.ledger;

import io.leadscore.lead.Facts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts into one table of the mirror: one read of what is known, one batch of what is new. Rows are written in
 * ascending id, so that two writers cannot wait for each other in a circle. Thread-safe.
 */
final class FactsUpsert<F extends Facts> {

    private final Statements statements;
    private final FactsTable<F> table;
    private final String select;
    private final String selectRows;
    private final String upsert;

    FactsUpsert(Statements statements, FactsTable<F> table) {
        this.statements = statements;
        this.table = table;
        this.select = table.selectExisting();
        this.selectRows = table.selectRows();
        this.upsert = statements.dialect().upsert(table.name(), table.key(), table.allColumns());
    }

    /** Those of these records that are in the table. */
    List<F> find(long portalId, Collection<Long> ids) {
        return statements.found(selectRows, to -> to.ids(ids).number(portalId), table.reader());
    }

    /** What became of each record, ascending by id; of one offered twice the newest state counts. */
    List<Decided<F>> write(long portalId, List<F> offered) {
        Map<Long, F> newest = new TreeMap<>();
        offered.forEach(facts -> newest.merge(facts.id(), facts, FactsUpsert::newer));
        Map<Long, Existing> known =
                statements.found(select, to -> to.ids(newest.keySet()).number(portalId), table.existing()).stream()
                        .collect(Collectors.toMap(Existing::id, existing -> existing));
        List<Decided<F>> decided = new ArrayList<>();
        newest.values().forEach(facts -> decided.add(decide(known.get(facts.id()), facts)));
        List<Decided<F>> changed =
                decided.stream().filter(one -> one.change() != Change.SAME).toList();
        statements.batch(upsert, changed, (one, to) -> bind(portalId, one, to));
        return decided;
    }

    private Decided<F> decide(@Nullable Existing known, F offered) {
        if (known == null) {
            return decided(offered, null, Change.NEW);
        }
        F facts = table.merge().apply(known, offered);
        long modifiedAt = facts.modifiedAt().toEpochMilli();
        if (modifiedAt < known.modifiedAt() || (known.gone() && modifiedAt == known.modifiedAt())) {
            return decided(facts, known, Change.SAME);
        }
        Decided<F> decided = decided(facts, known, Change.CHANGED);
        if (known.gone()) {
            return decided.as(Change.NEW);
        }
        if (decided.hash() != known.hash()) {
            return decided;
        }
        return decided.as(modifiedAt == known.modifiedAt() ? Change.SAME : Change.TOUCHED);
    }

    private Decided<F> decided(F facts, @Nullable Existing known, Change change) {
        @Nullable Object[] values = table.values(facts);
        return new Decided<>(facts, known, change, values, FactsHash.of(values));
    }

    private void bind(long portalId, Decided<F> one, Parameters to) throws SQLException {
        to.number(portalId);
        if (table.type() != null) {
            to.constant(table.type());
        }
        to.number(one.facts().id()).instant(one.facts().modifiedAt()).number(one.hash());
        for (int i = 0; i < one.values().length; i++) {
            table.columns().get(i).bind(one.values()[i], to);
        }
        for (int i = 0; i < table.reset().size(); i++) {
            to.number((Long) null);
        }
    }

    private static <F extends Facts> F newer(F one, F other) {
        return Comparator.comparing(Facts::modifiedAt).compare(one, other) > 0 ? one : other;
    }

    /**
     * What becomes of an offered record.
     *
     * @param facts what is to be known of it
     * @param known what was known of it
     * @param change what that changes
     * @param values its columns' values
     * @param hash their hash
     */
    @SuppressWarnings("ArrayRecordComponent") // lives within one call and is never compared
    record Decided<F>(
            F facts,
            @Nullable Existing known,
            Change change,
            @Nullable Object[] values,
            long hash) {

        Decided<F> as(Change other) {
            return new Decided<>(facts, known, other, values, hash);
        }
    }
}
