package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewActivityTests {

    private static final String MARKER = "ls-0123456789abcdef";
    private static final Instant AT = Instant.parse("2026-11-24T09:00:00.123456Z");

    @Test
    void writesPlainTextAndTheMarkerUnderIt() {
        NewNote note =
                new NewNote(MARKER, 7, null, AT, List.of("Score 61 to 82", "<b onclick='x'>A & \"B\"</b>\u0000"));

        assertThat(note.properties())
                .containsEntry("hs_timestamp", "2026-11-24T09:00:00.123Z")
                .containsEntry(
                        "hs_note_body",
                        "<p>Score 61 to 82<br>&lt;b onclick=&#39;x&#39;&gt;A &amp; &quot;B&quot;&lt;/b&gt; "
                                + "<br>Leadscore " + MARKER + "</p>")
                .doesNotContainKey("hubspot_owner_id");
    }

    @Test
    void givesATaskToItsOwner() {
        NewTask task =
                new NewTask(MARKER, 7, 41L, AT, "Call hot lead", List.of(), NewTask.Priority.HIGH, NewTask.Type.CALL);

        assertThat(task.properties())
                .containsEntry("hs_task_subject", "Call hot lead")
                .containsEntry("hs_task_body", "<p>Leadscore " + MARKER + "</p>")
                .containsEntry("hs_task_status", "NOT_STARTED")
                .containsEntry("hs_task_priority", "HIGH")
                .containsEntry("hs_task_type", "CALL")
                .containsEntry("hubspot_owner_id", "41");
    }

    @Test
    void refusesABodyThatHubSpotDoesNotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewNote(MARKER, 7, null, AT, List.of("x".repeat(70_000))))
                .withMessageContaining("65536");
    }

    @Test
    void tellsNothingOfItsTexts() {
        NewTask task =
                new NewTask(MARKER, 7, 41L, AT, "Anna", List.of("Anna"), NewTask.Priority.HIGH, NewTask.Type.CALL);
        NewNote note = new NewNote(MARKER, 7, null, AT, List.of("Anna"));

        assertThat(task + " " + note).doesNotContain("Anna").contains(MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ls-0123", "ls-0123456789ABCDEF", "ls-0123456789abcdef0", "xx-0123456789abcdef"})
    void refusesWhatIsNoMarker(String marker) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewNote(marker, 7, null, AT, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<br>Leadscore ls-0123456789abcdef</p>",
                "<div><p>a<br />Leadscore&nbsp;ls-0123456789abcdef</p></div>",
                "a\nLeadscore ls-0123456789abcdef",
                "ls-0123456789abcdef."
            })
    void findsTheMarkerHoweverTheBodyWasCleaned(String body) {
        assertThat(Marker.in(body)).containsExactly(MARKER);
    }

    @Test
    void findsNoMarkerInOtherTexts() {
        assertThat(Marker.in(null)).isEmpty();
        assertThat(Marker.in("ls-0123456789abcdef0 xls-0123456789abcdef urls-0123456789abcdef"))
                .isEmpty();
    }
}
