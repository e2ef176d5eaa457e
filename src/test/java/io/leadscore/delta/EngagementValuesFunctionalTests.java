package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.CallOutcome;
import io.leadscore.scoring.MeetingOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HubSpot holds of e-mails, calls and meetings that nobody wrote, made or attended. Twins differ in one thing. */
class EngagementValuesFunctionalTests extends DeltaJobFixture {

    private static final String OWN_DISPOSITION = "0a1b2c3d-0000-4000-8000-00000000beef";
    private static final String CONNECTED = "f240bbac-87c9-4f6e-bf70-924b57d47db7";

    @Test
    void takesAnOutOfOfficeNoticeForNoReply() {
        List<Long> twins = contacts(3);
        logEmail(
                twins.get(1),
                Map.of("hs_email_direction", "INCOMING_EMAIL", "hs_incoming_email_is_out_of_office", "true"));
        crm.logEmailReply(twins.get(2));

        run();

        assertThat(scoreOf(twins.get(1)))
                .containsEntry("ai_lead_score", String.valueOf(points(twins.get(0))))
                .containsEntry("ai_next_best_action", "Nurture");
        assertThat(points(twins.get(2))).isGreaterThan(points(twins.get(0)));
    }

    @Test
    void takesAnAnswerThatOnlyAMachineGaveForNone() {
        List<Long> twins = contacts(2);
        twins.forEach(twin -> crm.log(RecordType.EMAILS, twin, sent("0")));
        run();
        long answered = twins.get(1);
        clock.advance(Duration.ofDays(1));
        crm.log(RecordType.EMAILS, answered, sent("1"));
        crm.log(RecordType.EMAILS, twins.get(0), sent("0"));
        clock.advance(Duration.ofMinutes(1));
        logEmail(
                answered, Map.of("hs_email_direction", "INCOMING_EMAIL", "hs_incoming_email_is_out_of_office", "true"));

        run();

        assertThat(points(answered)).isEqualTo(points(twins.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL,SENDING",
        "EMAIL,SCHEDULED",
        "EMAIL,FAILED",
        "EMAIL,BOUNCED",
        "EMAIL,DRAFT",
        "DRAFT_EMAIL,",
        "DRAFT_EMAIL,SENT"
    })
    void takesAnUnsentEmailForNoEngagement(String direction, String status) {
        List<Long> twins = contacts(2);
        Map<String, String> email = new TreeMap<>(sent("1"));
        email.put("hs_email_direction", direction);
        email.put("hs_email_status", status == null ? "" : status);
        email.put("hs_email_open_count", "3");
        crm.log(RecordType.EMAILS, twins.get(1), email);

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
    }

    @Test
    void doesNotTakeAScannersClicksForALeads() {
        List<Long> twins = contacts(3);
        String sentAt = clock.instant().minus(Duration.ofHours(1)).toString();
        List<String> clicks = List.of("0", "30", "1");
        for (int i = 0; i < twins.size(); i++) {
            Map<String, String> email = new TreeMap<>(sent("0"));
            email.put("hs_timestamp", sentAt);
            email.put("hs_email_click_count", clicks.get(i));
            crm.log(RecordType.EMAILS, twins.get(i), email);
        }

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
        assertThat(points(twins.get(2))).isGreaterThan(points(twins.get(0)));
    }

    @Test
    void knowsAFewClicksAtOnceByTheContactsLastClick() {
        List<Long> twins = contacts(2);
        String sentAt = clock.instant().minus(Duration.ofHours(1)).toString();
        String clickedAt =
                clock.instant().minus(Duration.ofHours(1)).plusSeconds(4).toString();
        for (long twin : twins) {
            Map<String, String> email = new TreeMap<>(sent("0"));
            email.put("hs_timestamp", sentAt);
            email.put("hs_email_click_count", twin == twins.get(1) ? "3" : "0");
            crm.log(RecordType.EMAILS, twin, email);
        }
        crm.update(RecordType.CONTACTS, twins.get(1), Map.of("hs_sales_email_last_clicked", clickedAt));

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
    }

    @Test
    void leavesACallOfAnOwnOutcomeNeutralUntilTheProfileListsIt() {
        List<Long> twins = contacts(3);
        call(twins.get(1), OWN_DISPOSITION);
        call(twins.get(2), CONNECTED);

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
        assertThat(points(twins.get(2))).isGreaterThan(points(twins.get(0)));
        assertThat(sentence(twins.get(1), "calls"))
                .contains("1 call of an outcome that call-outcomes does not list: neutral");

        restartWith(Profiles.withOutcomes(Map.of(OWN_DISPOSITION, CallOutcome.CONNECTED), Map.of()));
        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(2)));
    }

    @Test
    void leavesAMeetingOfAnOwnOutcomeNeutralUntilTheProfileListsIt() {
        crm.define(
                RecordType.MEETINGS,
                PropertyDefinition.custom("hs_meeting_outcome", "enumeration", List.of("COMPLETED", "GHOSTED")));
        List<Long> twins = contacts(3);
        meeting(twins.get(1), "GHOSTED");
        meeting(twins.get(2), "COMPLETED");

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
        assertThat(points(twins.get(2))).isGreaterThan(points(twins.get(0)));
        assertThat(sentence(twins.get(1), "meetings")).contains("meeting-outcomes does not list: neutral");

        restartWith(Profiles.withOutcomes(Map.of(), Map.of("GHOSTED", MeetingOutcome.HELD)));
        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTING", "RINGING", "IN_PROGRESS", "CALLING_CRM_USER", "QUEUED", "CANCELED"})
    void takesACallThatIsNotOverForNoEngagement(String status) {
        List<Long> twins = contacts(2);
        crm.log(RecordType.CALLS, twins.get(1), Map.of("hs_call_direction", "OUTBOUND", "hs_call_status", status));

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY,",
        "NO_ANSWER,",
        "MISSED,",
        "FAILED,",
        "COMPLETED,9d9162e7-6cf3-4944-bf63-4dff82258764",
        "COMPLETED,b2cf5968-551e-4856-9783-52b3da59a7d0",
        "COMPLETED,73a0d17f-1163-4015-bdd5-ec830791da20"
    })
    void takesTheTeamsOwnUnansweredCallForNoEngagement(String status, @Nullable String disposition) {
        List<Long> twins = contacts(2);
        Map<String, String> call = new TreeMap<>(Map.of("hs_call_direction", "OUTBOUND", "hs_call_status", status));
        if (disposition != null) {
            call.put("hs_call_disposition", disposition);
        }
        crm.log(RecordType.CALLS, twins.get(1), call);

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
    }

    @Test
    void takesAnEmailThatNobodyAnsweredForNoEngagement() {
        List<Long> twins = contacts(3);
        crm.log(RecordType.EMAILS, twins.get(1), sent("0"));
        crm.log(RecordType.EMAILS, twins.get(2), sent("1"));

        run();

        assertThat(points(twins.get(1))).isEqualTo(points(twins.get(0)));
        assertThat(sentence(twins.get(1), "unanswered")).startsWith("1 attempt of the team's unanswered, the last on");
        assertThat(points(twins.get(2))).isGreaterThan(points(twins.get(0)));
    }

    @Test
    void countsACallOfTheLeadsThoughNobodyTookIt() {
        List<Long> twins = contacts(2);
        crm.log(RecordType.CALLS, twins.get(1), Map.of("hs_call_direction", "INBOUND", "hs_call_status", "MISSED"));

        run();

        assertThat(points(twins.get(1))).isGreaterThan(points(twins.get(0)));
    }

    private void logEmail(long contact, Map<String, String> properties) {
        crm.log(RecordType.EMAILS, contact, properties);
    }

    private static Map<String, String> sent(String replies) {
        return Map.of("hs_email_direction", "EMAIL", "hs_email_status", "SENT", "hs_email_reply_count", replies);
    }

    private void call(long contact, String disposition) {
        crm.log(
                RecordType.CALLS,
                contact,
                Map.of(
                        "hs_call_direction",
                        "OUTBOUND",
                        "hs_call_status",
                        "COMPLETED",
                        "hs_call_disposition",
                        disposition));
    }

    private void meeting(long contact, String outcome) {
        String yesterday = clock.instant().minus(Duration.ofDays(1)).toString();
        crm.log(
                RecordType.MEETINGS,
                contact,
                Map.of("hs_timestamp", yesterday, "hs_meeting_start_time", yesterday, "hs_meeting_outcome", outcome));
    }
}
