package io.leadscore.hubspot;

import io.leadscore.lead.StandardValues;
import java.util.Map;
import java.util.Set;

/** The options that HubSpot itself gives its standard properties: closed lists, nobody's text. */
final class StandardOptions {

    private static final Set<String> STAGES = Set.of(
            "appointmentscheduled",
            "qualifiedtobuy",
            "presentationscheduled",
            "decisionmakerboughtin",
            "contractsent",
            "closedwon",
            "closedlost");

    private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            Map.entry("industry", StandardValues.INDUSTRIES),
            Map.entry("hs_analytics_source", StandardValues.SOURCES),
            Map.entry("lifecyclestage", StandardValues.LIFECYCLE_STAGES),
            Map.entry(
                    "hs_lead_status",
                    Set.of(
                            "NEW",
                            "OPEN",
                            "IN_PROGRESS",
                            "OPEN_DEAL",
                            "UNQUALIFIED",
                            "ATTEMPTED_TO_CONTACT",
                            "CONNECTED",
                            "BAD_TIMING")),
            Map.entry("pipeline", Set.of("default")),
            Map.entry("dealstage", STAGES),
            Map.entry("hs_email_direction", Set.of("EMAIL", "INCOMING_EMAIL", "FORWARDED_EMAIL", "DRAFT_EMAIL")),
            Map.entry("hs_email_status", Set.of("BOUNCED", "FAILED", "SCHEDULED", "SENDING", "SENT", "DRAFT")),
            Map.entry("hs_call_direction", Set.of("INBOUND", "OUTBOUND")),
            Map.entry(
                    "hs_call_status",
                    Set.of(
                            "BUSY",
                            "CALLING_CRM_USER",
                            "CANCELED",
                            "COMPLETED",
                            "CONNECTING",
                            "FAILED",
                            "IN_PROGRESS",
                            "NO_ANSWER",
                            "QUEUED",
                            "RINGING",
                            "MISSED",
                            "missed")),
            Map.entry(
                    "hs_meeting_outcome",
                    Set.of("SCHEDULED", "COMPLETED", "RESCHEDULED", "NO_SHOW", "CANCELED", "CANCELLED")),
            Map.entry(
                    "hs_task_status",
                    Set.of("NOT_STARTED", "IN_PROGRESS", "WAITING", "COMPLETED", "DEFERRED", "DELETED")),
            Map.entry(
                    "hs_communication_channel_type",
                    Set.of("WHATS_APP", "LINKEDIN_MESSAGE", "SMS", "FB_MESSENGER", "EMAIL", "CHAT", "PHYSICAL_MAIL")));

    private StandardOptions() {}

    /** Whether HubSpot gives the property this option in every account. */
    static boolean has(String property, String value) {
        return OPTIONS.getOrDefault(property, Set.of()).contains(value);
    }
}
