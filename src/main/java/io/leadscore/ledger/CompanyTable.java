package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How companies are mirrored. */
final class CompanyTable {

    static final FactsTable<CompanyFacts> TABLE = FactsTable.plain(
            "company",
            List.of(
                    Column.instant("created_at", CompanyFacts::createdAt),
                    Column.text("industry", CompanyFacts::industry),
                    Column.number("employees", CompanyFacts::employees),
                    Column.decimal("annual_revenue", CompanyFacts::annualRevenue),
                    Column.text("country", CompanyFacts::country),
                    Column.text("lifecycle_stage", CompanyFacts::lifecycleStage),
                    Column.text("custom", company -> JsonText.ofTexts(company.custom()))),
            CompanyTable::read);

    private CompanyTable() {}

    private static CompanyFacts read(Row row) throws SQLException {
        long id = row.number();
        Instant modifiedAt = row.instant();
        return new CompanyFacts(
                id,
                row.instant(),
                modifiedAt,
                row.textOrNull(),
                row.numberOrNull(),
                row.decimalOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                JsonText.readTexts(row.textOrNull()));
    }
}
