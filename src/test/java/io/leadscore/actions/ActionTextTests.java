package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionTextTests {

    private static final String EVIL = "<script>alert('x')</script> & \"more\"";

    @Test
    void tellsHowTheScoreMovedAndWhyAndWhoSaysSo() {
        QueuedAction action = action(62, Priority.MEDIUM, "+ 9.0 of 10.0 points: attended 2 meetings");

        assertThat(ActionText.taskSubject(Step.TaskType.CALL, action.crossing()))
                .isEqualTo("Call this lead: priority High, 85 points");
        assertThat(ActionText.moved(action.crossing()))
                .isEqualTo(
                        "Score moved from 62 to 85 points. Priority: High, Medium before. Next best action: Follow-up.");
        assertThat(ActionText.moved(action(null, null).crossing())).startsWith("Scored for the first time: 85 points.");
    }

    @Test
    void escapesWhateverAReasonShouldHold() {
        QueuedAction action = action(62, Priority.MEDIUM, EVIL);
        Message message = Message.of(4711, List.of(action), Notifying.DEFAULT);

        assertThat(message.html()).doesNotContain("<script>");
        assertThat(message.slack()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void messagesLinkToTheRecord() {
        Notifying eu = new Notifying(URI.create("https://app-eu1.hubspot.com/"), LocalTime.of(8, 0));

        Message message = Message.of(4711, List.of(action(62, Priority.MEDIUM, "+ 9.0 points")), eu);

        String link = "https://app-eu1.hubspot.com/contacts/4711/record/0-1/100";
        assertThat(message.subject()).isEqualTo("A lead is High: 85 points");
        assertThat(message.plain()).contains(link + "\n+ 9.0 points");
        assertThat(message.html()).contains("<a href=\"" + link + "\">");
        assertThat(message.slack()).startsWith("<" + link + "|Score moved from 62 to 85 points.");
    }

    @Test
    void gathersADigest() {
        Message message = Message.of(4711, List.of(action(62, Priority.MEDIUM), action(null, null)), Notifying.DEFAULT);

        assertThat(message.subject()).isEqualTo("2 leads moved, 2 of them to High");
        assertThat(message.plain().split("\n\n")).hasSize(2);
    }

    @Test
    void markersTellActionsApart() {
        String marker = Marker.of(1, 100, "r", 0, 1);

        assertThat(marker).matches("ls-[0-9a-f]{16}").isEqualTo(Marker.of(1, 100, "r", 0, 1));
        assertThat(List.of(
                        Marker.of(2, 100, "r", 0, 1),
                        Marker.of(1, 101, "r", 0, 1),
                        Marker.of(1, 100, "s", 0, 1),
                        Marker.of(1, 100, "r", 1, 1),
                        Marker.of(1, 100, "r", 0, 2)))
                .doesNotHaveDuplicates()
                .doesNotContain(marker);
    }

    private static QueuedAction action(@Nullable Integer before, @Nullable Priority from, String... reasons) {
        Crossing crossing = new Crossing(
                100,
                1,
                SampleMoves.MONDAY,
                7,
                before,
                from,
                85,
                Priority.HIGH,
                NextBestAction.FOLLOW_UP,
                null,
                "DE",
                null,
                120L,
                List.of(reasons));
        return new QueuedAction(
                1,
                crossing,
                "r",
                0,
                ActionKind.TASK,
                "ls-0123456789abcdef",
                ActionState.PENDING,
                0,
                null,
                null,
                null,
                null);
    }
}
