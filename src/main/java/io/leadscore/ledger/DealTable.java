package io.leadscore.ledger;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How deals are mirrored. */
final class DealTable {

    static final FactsTable<DealFacts> TABLE = new FactsTable<>(
            "deal",
            null,
            List.of(
                    Column.instant("created_at", DealFacts::createdAt),
                    Column.decimal("amount", DealFacts::amount),
                    Column.instant("closed_at", DealFacts::closedAt),
                    Column.text("pipeline", DealFacts::pipeline),
                    Column.text("stage", DealFacts::stage),
                    Column.decimal("stage_probability", DealFacts::stageProbability),
                    Column.constant("outcome", DealFacts::outcome),
                    Column.number("owner_id", DealFacts::ownerId),
                    Column.text("custom", deal -> JsonText.ofTexts(deal.custom())),
                    Column.instant("settled_at", DealFacts::settledAt)),
            List.of(),
            List.of("outcome", "settled_at"),
            DealTable::existing,
            DealTable::merge,
            DealTable::read);

    private DealTable() {}

    private static DealFacts read(Row row) throws SQLException {
        long id = row.number();
        Instant modifiedAt = row.instant();
        return new DealFacts(
                id,
                row.instant(),
                modifiedAt,
                row.decimalOrNull(),
                row.instantOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.decimalOrNull(),
                row.constant(Outcome.class),
                row.numberOrNull(),
                JsonText.readTexts(row.textOrNull()),
                row.instantOrNull());
    }

    private static Existing existing(Row row) throws SQLException {
        return new Existing(
                row.number(),
                row.number(),
                row.number(),
                false,
                null,
                null,
                new Settled(row.constant(Outcome.class), row.instantOrNull()));
    }

    /**
     * A deal that is closed as before was settled when that was first seen: later changes say nothing of it. One that was
     * not closed so when it was last seen was settled since, whatever its close date says.
     */
    private static DealFacts merge(Existing known, DealFacts offered) {
        Settled before = known.settled();
        Instant settledAt = offered.settledAt();
        if (before == null || settledAt == null) {
            return offered;
        }
        if (before.outcome() != offered.outcome()) {
            return settledAt.toEpochMilli() < known.modifiedAt() ? offered.settled(offered.modifiedAt()) : offered;
        }
        Instant first = before.at();
        return first != null && first.isBefore(settledAt) ? offered.settled(first) : offered;
    }
}
