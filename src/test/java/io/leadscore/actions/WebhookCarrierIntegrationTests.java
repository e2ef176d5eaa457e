package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class WebhookCarrierIntegrationTests {

    private static final long PORTAL = 1;
    private static final Step AT_ONCE = new Step.Webhook(false);
    private static final Step DIGEST = new Step.Webhook(true);

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final SettableClock clock = new SettableClock(SampleErrands.AT);
    private final Webhook webhook = new Webhook(receiver.url(), clock);
    private final WebhookCarrier carrier = new WebhookCarrier(webhook, Notifying.DEFAULT);

    @AfterEach
    void close() {
        webhook.close();
        receiver.close();
    }

    private Outcome carry(Errand errand) {
        return carrier.carry(PORTAL, List.of(errand)).values().iterator().next();
    }

    private static String text(String body) {
        return new JsonMapper().readTree(body).path("text").asString();
    }

    @Test
    void tellsTheChannelInSlacksWords() {
        Errand errand = SampleErrands.errand(1, 42, null, AT_ONCE, "a & b <!channel> <https://evil.example|x> \u2014");

        assertThat(carry(errand)).isEqualTo(new Outcome.Done(null));

        assertThat(receiver.bodies()).hasSize(1);
        assertThat(text(receiver.bodies().get(0)))
                .contains("<https://app.hubspot.com/contacts/1/record/0-1/42|")
                .contains("a &amp; b &lt;!channel&gt; &lt;https://evil.example|x&gt; \u2014")
                .doesNotContain("<!channel>");
    }

    @Test
    void takesTheStatusForTheAnswerAndReadsNoBody() {
        receiver.next("200 OK\r\nTransfer-Encoding: chunked"); // of which nothing comes

        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE))).isEqualTo(new Outcome.Done(null));
        assertThat(receiver.bodies()).hasSize(1);
    }

    @Test
    void gathersADigest() {
        List<Errand> errands = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            errands.add(SampleErrands.errand(i, i + 1, null, DIGEST));
        }
        errands.add(SampleErrands.errand(150, 151, null, AT_ONCE));

        assertThat(carrier.parcels(errands)).extracting(List::size).containsExactly(100, 50, 1);
        assertThat(carrier.carry(PORTAL, errands)).hasSize(151).containsValue(new Outcome.Done(null));
        assertThat(receiver.bodies()).hasSize(1);
    }

    @Test
    void saysWhenItMayBeAskedAgainAndDoesNotAskBefore() {
        receiver.next("429 Too many\r\nRetry-After: 30");
        assertThat(carry(SampleErrands.errand(2, 43, null, AT_ONCE)))
                .isEqualTo(later(SampleErrands.AT.plusSeconds(30)));
        assertThat(carry(SampleErrands.errand(2, 43, null, AT_ONCE)))
                .isEqualTo(later(SampleErrands.AT.plusSeconds(30)));
        assertThat(clock.instant()).as("it waits for nobody").isEqualTo(SampleErrands.AT);
        assertThat(receiver.bodies()).hasSize(1);

        clock.advance(Duration.ofSeconds(30));
        assertThat(carry(SampleErrands.errand(2, 43, null, AT_ONCE))).isEqualTo(new Outcome.Done(null));
        assertThat(receiver.bodies()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 Too many                                                    | 60",
                "429 Too many; Retry-After: soon                                 | 60",
                "429 Too many; Retry-After: 2                                    | 2",
                "503 Away; Retry-After: 120                                      | 120",
            })
    void readsHowLongItIsToWait(String answer, int seconds) {
        receiver.next(answer.replace("; ", "\r\n"));

        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE)))
                .isEqualTo(later(SampleErrands.AT.plusSeconds(seconds)));
    }

    @Test
    void readsUntilWhichDateItIsToWait() {
        receiver.next("429 Too many\r\nRetry-After: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        SampleErrands.AT.plusSeconds(90).atOffset(ZoneOffset.UTC)));

        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE)))
                .isEqualTo(later(SampleErrands.AT.plusSeconds(90).truncatedTo(ChronoUnit.SECONDS)));
    }

    private static Outcome later(Instant until) {
        return new Outcome.Later(
                until, "The webhook takes no more messages for now.", "The next run goes on by itself.");
    }

    @Test
    void saysWhatAnAnswerMeans() {
        assertOutcome("400 Bad", new Outcome.Refused("HTTP_400", "The webhook refuses the message.", false));
        assertOutcome(
                "302 Found\r\nLocation: http://127.0.0.1:1/",
                new Outcome.Refused("HTTP_302", "The webhook refuses the message.", false));
        assertOutcome("500 Oops", new Outcome.Unanswered());
        assertOutcome(WebhookReceiver.SILENCE, new Outcome.Unanswered());
        receiver.next("404 Gone");
        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE))).isInstanceOf(Outcome.Blocked.class);
        receiver.next("503 Away");
        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE))).isInstanceOf(Outcome.Postponed.class);
        assertThat(receiver.bodies()).as("nothing is repeated").hasSize(6);
    }

    private void assertOutcome(String answer, Outcome outcome) {
        receiver.next(answer);
        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE))).as(answer).isEqualTo(outcome);
    }

    @Test
    void waitsForAChannelThatIsNotThereAndKeepsItsSecret() {
        receiver.close();

        Outcome outcome = carry(SampleErrands.errand(1, 42, null, AT_ONCE));

        assertThat(outcome).isInstanceOf(Outcome.Postponed.class);
        assertThat(outcome + webhook.toString() + new ChannelSettings(null, null, receiver.url()))
                .doesNotContain("s3cret");
    }

    @Test
    void tellsTheAdministratorByWhicheverWayGetsThrough() throws Exception {
        List<Trouble> troubles = List.of(new Trouble("3 tasks <failed>.", "Look & see."));
        try (MailReceiver mail = new MailReceiver()) {
            Channels both = channels(mail.settings(null), receiver.url());
            assertThat(new AdminPost("admin@example.com", both, clock).tell(PORTAL, troubles))
                    .isTrue();
            assertThat(mail.mails()).hasSize(1);
            assertThat(text(receiver.bodies().get(0))).contains("3 tasks &lt;failed&gt;. Look &amp; see.");

            mail.mood(MailReceiver.Mood.REFUSES_RECIPIENT);
            assertThat(new AdminPost("admin@example.com", both, clock).tell(PORTAL, troubles))
                    .isTrue();
            both.close();
        }
        Channels none = channels(null, null);
        assertThat(new AdminPost("admin@example.com", none, clock).tell(PORTAL, troubles))
                .isFalse();
    }

    private Channels channels(ChannelSettings.@Nullable MailServer server, @Nullable URI url) {
        return new Channels(new ChannelSettings("admin@example.com", server, url), clock);
    }
}
