package io.leadscore.hubspot;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Country;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.JobTitle;
import io.leadscore.lead.LinkSummary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes facts of a contact. The job title is read for level and department and goes no further. */
final class ContactMapping {

    private ContactMapping() {}

    static ContactFacts map(FactsMapping.Origin origin, PropertyValues values, Map<String, String> custom) {
        JobTitle title = JobTitle.parse(values.text("jobtitle"));
        return new ContactFacts(
                origin.id(),
                origin.createdAt(),
                origin.modifiedAt(),
                values.choice("lifecyclestage"),
                values.choice("hs_lead_status"),
                values.choice("hs_analytics_source"),
                country(values),
                title.level(),
                title.department(),
                RecordId.parse(values.text("hubspot_owner_id")),
                values.flag("hs_email_optout"),
                emails(values),
                values.count("num_conversion_events"),
                values.instant("recent_conversion_date"),
                values.instant("hs_last_sales_activity_timestamp"),
                new LinkSummary(
                        RecordId.parse(values.text("associatedcompanyid")),
                        values.count("num_associated_deals"),
                        values.count("num_notes"),
                        values.latest("notes_last_updated", "notes_last_contacted")),
                values.ids("hs_merged_object_ids", "hs_calculated_merged_vids").stream()
                        .filter(id -> id != origin.id())
                        .toList(),
                custom,
                values.instant("hs_lifecyclestage_customer_date"));
    }

    static @Nullable String country(PropertyValues values) {
        return Country.parse(values.text("country"));
    }

    private static EmailActivity emails(PropertyValues values) {
        return new EmailActivity(
                values.count("hs_email_open"),
                values.count("hs_email_click"),
                values.count("hs_email_replied"),
                values.instant("hs_email_last_send_date"),
                values.latest("hs_email_last_open_date", "hs_sales_email_last_opened"),
                values.latest("hs_email_last_click_date", "hs_sales_email_last_clicked"),
                values.latest("hs_email_last_reply_date", "hs_sales_email_last_replied"));
    }
}
