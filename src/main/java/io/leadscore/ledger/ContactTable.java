package io.leadscore.ledger;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Department;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.LinkSummary;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How contacts are mirrored. */
final class ContactTable {

    static final FactsTable<ContactFacts> TABLE = new FactsTable<>(
            "contact",
            null,
            List.of(
                    Column.instant("created_at", ContactFacts::createdAt),
                    Column.text("lifecycle_stage", ContactFacts::lifecycleStage),
                    Column.text("lead_status", ContactFacts::leadStatus),
                    Column.text("source", ContactFacts::source),
                    Column.text("country", ContactFacts::country),
                    Column.constant("job_level", ContactFacts::jobLevel),
                    Column.constant("department", ContactFacts::department),
                    Column.number("owner_id", ContactFacts::ownerId),
                    Column.flag("opted_out", ContactFacts::optedOut),
                    Column.count("email_opens", contact -> contact.emails().opens()),
                    Column.count("email_clicks", contact -> contact.emails().clicks()),
                    Column.count("email_replies", contact -> contact.emails().replies()),
                    Column.instant(
                            "email_last_sent_at", contact -> contact.emails().lastSentAt()),
                    Column.instant(
                            "email_last_opened_at", contact -> contact.emails().lastOpenedAt()),
                    Column.instant(
                            "email_last_clicked_at", contact -> contact.emails().lastClickedAt()),
                    Column.instant(
                            "email_last_replied_at", contact -> contact.emails().lastRepliedAt()),
                    Column.count("conversions", ContactFacts::conversions),
                    Column.instant("last_conversion_at", ContactFacts::lastConversionAt),
                    Column.instant("last_sales_activity_at", ContactFacts::lastSalesActivityAt),
                    Column.number("linked_company_id", contact -> contact.linkSummary()
                            .companyId()),
                    Column.count(
                            "linked_deals", contact -> contact.linkSummary().deals()),
                    Column.count("linked_activities", contact -> contact.linkSummary()
                            .activities()),
                    Column.instant(
                            "last_activity_at", contact -> contact.linkSummary().lastActivityAt()),
                    Column.text("merged_ids", contact -> join(contact.mergedIds())),
                    Column.text("custom", contact -> JsonText.ofTexts(contact.custom())),
                    Column.instant("customer_at", ContactFacts::customerAt)),
            List.of("gone_at", "merged_into"),
            List.of("gone_at", "lifecycle_stage"),
            ContactTable::existing,
            (known, offered) -> offered,
            ContactTable::read);

    private ContactTable() {}

    private static Existing existing(Row row) throws SQLException {
        return new Existing(
                row.number(), row.number(), row.number(), row.numberOrNull() != null, row.textOrNull(), null, null);
    }

    private static ContactFacts read(Row row) throws SQLException {
        long id = row.number();
        Instant modifiedAt = row.instant();
        return new ContactFacts(
                id,
                row.instant(),
                modifiedAt,
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.constantOrNull(JobLevel.class),
                row.constantOrNull(Department.class),
                row.numberOrNull(),
                row.flag(),
                new EmailActivity(
                        row.count(),
                        row.count(),
                        row.count(),
                        row.instantOrNull(),
                        row.instantOrNull(),
                        row.instantOrNull(),
                        row.instantOrNull()),
                row.count(),
                row.instantOrNull(),
                row.instantOrNull(),
                new LinkSummary(row.numberOrNull(), row.count(), row.count(), row.instantOrNull()),
                split(row.textOrNull()),
                JsonText.readTexts(row.textOrNull()),
                row.instantOrNull());
    }

    private static @Nullable String join(List<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> split(@Nullable String ids) {
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }
}
