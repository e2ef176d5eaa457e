package io.leadscore.hubspot;

import static io.leadscore.lead.ObjectType.CONTACTS;

import io.leadscore.lead.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The properties that are asked of HubSpot, by type: as few as the facts need. */
final class RequestedProperties {

    /** Of contacts alone it has another name; a wrong one silently finds nothing (default-properties tables). */
    private static final String MODIFIED = "hs_lastmodifieddate";

    private RequestedProperties() {}

    static String modified(ObjectType type) {
        return type == CONTACTS ? "lastmodifieddate" : MODIFIED;
    }

    static List<String> of(ObjectType type, Set<String> custom) {
        Set<String> names = new LinkedHashSet<>();
        names.add(modified(type));
        names.addAll(facts(type));
        if (type == CONTACTS) {
            names.addAll(ScoreProperty.names());
        }
        names.addAll(new TreeSet<>(custom));
        return List.copyOf(names);
    }

    /** Those that facts are made of, and that HubSpot defines itself. */
    static List<String> builtIn(ObjectType type) {
        List<String> names = new ArrayList<>(facts(type));
        names.add(modified(type));
        return names;
    }

    private static List<String> facts(ObjectType type) {
        return switch (type) {
            case CONTACTS ->
                List.of(
                        "createdate",
                        "lifecyclestage",
                        "hs_lifecyclestage_customer_date",
                        "hs_lead_status",
                        "hs_analytics_source",
                        "country",
                        "jobtitle",
                        "hubspot_owner_id",
                        "hs_email_optout",
                        "hs_email_open",
                        "hs_email_click",
                        "hs_email_replied",
                        "hs_email_last_send_date",
                        "hs_email_last_open_date",
                        "hs_email_last_click_date",
                        "hs_email_last_reply_date",
                        "hs_sales_email_last_opened",
                        "hs_sales_email_last_clicked",
                        "hs_sales_email_last_replied",
                        "num_conversion_events",
                        "recent_conversion_date",
                        "hs_last_sales_activity_timestamp",
                        "associatedcompanyid",
                        "num_associated_deals",
                        "num_notes",
                        "notes_last_updated",
                        "notes_last_contacted",
                        "hs_merged_object_ids",
                        "hs_calculated_merged_vids");
            case COMPANIES ->
                List.of("createdate", "industry", "numberofemployees", "annualrevenue", "country", "lifecyclestage");
            case DEALS ->
                List.of(
                        "createdate",
                        "amount",
                        "amount_in_home_currency",
                        "deal_currency_code",
                        "closedate",
                        "pipeline",
                        "dealstage",
                        "hs_is_closed",
                        "hs_is_closed_won",
                        "hs_v2_date_entered_current_stage",
                        "hubspot_owner_id");
            case EMAILS ->
                List.of(
                        "hs_timestamp",
                        "hs_email_direction",
                        "hs_email_status",
                        "hs_email_open_count",
                        "hs_email_click_count",
                        "hs_email_reply_count",
                        "hs_incoming_email_is_out_of_office");
            case CALLS ->
                List.of(
                        "hs_timestamp",
                        "hs_call_direction",
                        "hs_call_status",
                        "hs_call_disposition",
                        "hs_call_duration");
            case MEETINGS ->
                List.of("hs_timestamp", "hs_meeting_start_time", "hs_meeting_end_time", "hs_meeting_outcome");
            case NOTES -> List.of("hs_timestamp");
            case TASKS -> List.of("hs_timestamp", "hs_task_status");
            case COMMUNICATIONS -> List.of("hs_timestamp", "hs_communication_channel_type");
        };
    }
}
