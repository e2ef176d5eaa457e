package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.SandboxAccount;
import io.leadscore.sandbox.FaultKind;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailCarrierIntegrationTests {

    private static final long PORTAL = 1;
    private static final Step AT_ONCE = new Step.Mail("sales@example.com", false);
    private static final Step TO_OWNER = new Step.Mail(null, false);
    private static final Step DIGEST = new Step.Mail(null, true);

    private final SandboxAccount account = new SandboxAccount();
    private final MailReceiver receiver = new MailReceiver();
    private final InstantSource clock = InstantSource.fixed(SampleErrands.AT);

    @AfterEach
    void close() {
        receiver.close();
        account.close();
    }

    private MailCarrier carrier(ChannelSettings.MailServer server) {
        return new MailCarrier(
                new PostOffice(server, clock),
                new OwnerAddresses(() -> account.hubSpot.owners().addresses()),
                Notifying.DEFAULT);
    }

    private MailCarrier carrier() {
        return carrier(receiver.settings(null));
    }

    private Outcome carry(Errand errand) {
        return carrier().carry(PORTAL, List.of(errand)).values().iterator().next();
    }

    @Test
    void listensToNoEndlessGreeting() {
        receiver.mood(MailReceiver.Mood.GREETS_WITHOUT_END);

        assertThat(carry(SampleErrands.errand(1, 11, 7L, AT_ONCE))).isInstanceOf(Outcome.Postponed.class);
    }

    @Test
    void doesNotKnowWhatBecameOfAMessageThatIsAnsweredWithoutEnd() {
        receiver.mood(MailReceiver.Mood.ANSWERS_WITHOUT_END);

        assertThat(carry(SampleErrands.errand(1, 11, 7L, AT_ONCE))).isInstanceOf(Outcome.Unanswered.class);
        assertThat(receiver.mails()).hasSize(1);
    }

    private static MimeMessage parsed(MailReceiver.Mail mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void sendsAnEmailWithLinkAndReasonsAsTextAndHtml() throws Exception {
        Errand errand = SampleErrands.errand(1, 42, null, AT_ONCE, "opened 3 e-mails \u2014 last <today>");

        assertThat(carry(errand)).isEqualTo(new Outcome.Done(null));

        MailReceiver.Mail mail = receiver.mails().get(0);
        assertThat(receiver.mails()).hasSize(1);
        assertThat(mail.to()).isEqualTo("sales@example.com");
        MimeMessage message = parsed(mail);
        assertThat(message.getSubject()).isEqualTo("A lead is High: 85 points");
        assertThat(message.getFrom()).containsExactly(new InternetAddress("leadscore@example.com"));
        assertThat(message.getMessageID()).isEqualTo("<" + errand.marker() + "@example.com>");
        assertThat(message.getSentDate()).isEqualTo(SampleErrands.AT);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()))
                .contains("https://app.hubspot.com/contacts/1/record/0-1/42", "opened 3 e-mails \u2014 last <today>");
        assertThat(String.valueOf(parts.getBodyPart(1).getContent()))
                .contains("opened 3 e-mails \u2014 last &lt;today&gt;")
                .doesNotContain("<today>");
    }

    @Test
    void writesToTheOwnerAndSaysWhenThereIsNone() {
        long owner = account.sandbox.owners().active().get(0);
        long archived = account.sandbox.owners().active().get(1);
        account.sandbox.owners().archive(archived);

        assertThat(carry(SampleErrands.errand(1, 42, owner, TO_OWNER))).isInstanceOf(Outcome.Done.class);
        assertThat(receiver.mails()).hasSize(1);
        assertThat(receiver.mails().get(0).to()).contains("@");
        assertThat(carry(SampleErrands.errand(2, 42, archived, TO_OWNER)))
                .isEqualTo(new Outcome.Refused(
                        "NO_ADDRESS", "The lead's owner was archived, is a queue, or has no address.", false));
        assertThat(carry(SampleErrands.errand(3, 42, null, TO_OWNER)))
                .isEqualTo(new Outcome.Refused("NO_OWNER", "The lead has no owner who could be told.", false));
        assertThat(receiver.mails()).hasSize(1);
    }

    @Test
    void waitsWhenTheOwnersMayNotBeRead() {
        account.sandbox.faults().add(FaultKind.FORBIDDEN, "GET /crm/owners/*", 1);

        assertThat(carry(SampleErrands.errand(1, 42, 7L, TO_OWNER))).isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    void gathersADigestForEachOwner() throws Exception {
        List<Long> owners = account.sandbox.owners().active();
        List<Errand> errands = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            errands.add(SampleErrands.errand(i, 100 + i, owners.get(i % 3), DIGEST, "reason " + i));
        }
        errands.add(SampleErrands.errand(9, 109, owners.get(0), TO_OWNER));
        MailCarrier carrier = carrier();

        List<List<Errand>> parcels = carrier.parcels(errands);
        parcels.forEach(parcel -> assertThat(carrier.carry(PORTAL, parcel).values())
                .hasSize(parcel.size())
                .containsOnly(new Outcome.Done(null)));

        assertThat(parcels).hasSize(4);
        assertThat(receiver.mails()).hasSize(4);
        assertThat(parsed(receiver.mails().get(0)).getSubject()).isEqualTo("3 leads moved, 3 of them to High");
        assertThat(receiver.mails().get(0).text()).contains("reason 0", "reason 3", "reason 6");
        assertThat(account.sandbox.traffic().count()).as("owners are read once").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com\r\nBcc: b@example.com",
                "a@example.com, b@example.com",
                "A <a@example.com>",
                "a@example.com>\r\nRCPT TO:<b@example.com",
                "a\u0000@example.com",
                "nobody"
            })
    void sendsNothingToWhatIsNoSingleAddress(String address) {
        Outcome outcome =
                new PostOffice(receiver.settings(null), clock).send(address, new Message("s", "p", "h", "s"), "ls-1");

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(String.valueOf(outcome)).doesNotContain("example");
        assertThat(receiver.mails()).isEmpty();
    }

    @Test
    void nothingInASubjectBeginsAnotherHeader() throws Exception {
        Message message = new Message("High\r\nBcc: b@example.com\r\n\r\nhello", "p", "h", "s");

        new PostOffice(receiver.settings(null), clock).send("a@example.com", message, "ls-1");

        MimeMessage mail = parsed(receiver.mails().get(0));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("High Bcc: b@example.com hello");
    }

    @Test
    void saysWhatARefusalMeans() {
        Map<MailReceiver.Mood, Outcome> outcomes = Map.of(
                MailReceiver.Mood.REFUSES_RECIPIENT,
                new Outcome.Refused("SMTP_550", "The mail server refuses the recipient.", false),
                MailReceiver.Mood.REFUSES_RECIPIENT_FOR_NOW,
                new Outcome.Refused("SMTP_451", "The mail server refuses the recipient.", true),
                MailReceiver.Mood.HANGS_UP_BEFORE_DATA,
                new Outcome.Postponed("The mail server takes no messages for now.", "The next run tries again."),
                MailReceiver.Mood.HANGS_UP_AFTER_DATA,
                new Outcome.Unanswered());
        outcomes.forEach((mood, outcome) -> {
            receiver.mood(mood);
            assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE)))
                    .as(mood.name())
                    .isEqualTo(outcome);
        });
        receiver.mood(MailReceiver.Mood.REFUSES_SENDER);
        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE))).isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    void saysThatAMailServerWantsTls() {
        receiver.mood(MailReceiver.Mood.WANTS_TLS);

        assertThat(carry(SampleErrands.errand(1, 42, null, AT_ONCE)))
                .isEqualTo(new Outcome.Blocked(
                        "The mail server wants an encrypted connection, and offers none at this port (530).",
                        "Set LEAD_SCORE_SMTP_PORT to one with STARTTLS, or to 465."));
    }

    @Test
    void sendsNoPasswordInClearToAnotherComputer() {
        ChannelSettings.MailServer here = receiver.settings("leadscore");
        // Another name of this computer, which is not known to be one.
        ChannelSettings.MailServer elsewhere =
                new ChannelSettings.MailServer("LOCALHOST", here.port(), here.user(), here.password(), here.from());

        Outcome outcome = carrier(elsewhere)
                .carry(PORTAL, List.of(SampleErrands.errand(1, 42, null, AT_ONCE)))
                .values()
                .iterator()
                .next();

        assertThat(outcome).isInstanceOf(Outcome.Postponed.class);
        assertThat(receiver.passwords()).isZero();
        assertThat(receiver.mails()).isEmpty();
    }

    @Test
    void logsInWhereThereIsAUser() {
        MailCarrier carrier = carrier(receiver.settings("leadscore"));
        List<Errand> errands = List.of(SampleErrands.errand(1, 42, null, AT_ONCE));

        assertThat(carrier.carry(PORTAL, errands)).containsEntry(1L, new Outcome.Done(null));
        receiver.mood(MailReceiver.Mood.REFUSES_LOGIN);
        assertThat(carrier.carry(PORTAL, errands).get(1L)).isInstanceOf(Outcome.Blocked.class);
        assertThat(MailServerCheck.trouble(receiver.settings("leadscore"), clock))
                .isNotNull();
    }

    @Test
    void waitsForAServerThatIsNotThere() {
        ChannelSettings.MailServer server = receiver.settings(null);
        assertThat(MailServerCheck.trouble(server, clock)).isNull();
        assertThat(receiver.mails()).as("a check sends nothing").isEmpty();
        receiver.close();

        assertThat(carrier(server)
                        .carry(PORTAL, List.of(SampleErrands.errand(1, 42, null, AT_ONCE)))
                        .get(1L))
                .isInstanceOf(Outcome.Postponed.class);
        assertThat(MailServerCheck.trouble(server, clock)).isNotNull();
    }
}
