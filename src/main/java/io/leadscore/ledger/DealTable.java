package io.leadscore.ledger;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How deals are mirrored. */
final class DealTable {

    static final FactsTable<DealFacts> TABLE = FactsTable.plain(
            "deal",
            List.of(
                    Column.instant("created_at", DealFacts::createdAt),
                    Column.decimal("amount", DealFacts::amount),
                    Column.instant("closed_at", DealFacts::closedAt),
                    Column.text("pipeline", DealFacts::pipeline),
                    Column.text("stage", DealFacts::stage),
                    Column.decimal("stage_probability", DealFacts::stageProbability),
                    Column.constant("outcome", DealFacts::outcome),
                    Column.number("owner_id", DealFacts::ownerId),
                    Column.text("custom", deal -> JsonText.ofTexts(deal.custom()))),
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
                JsonText.readTexts(row.textOrNull()));
    }
}
