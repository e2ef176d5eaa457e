package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class WorkflowsIntegrationTests {

    private static final long FLOW = 1_000_077;
    private static final String ENROL = "POST /automation/v2/*";
    private static final String ANNA = "anna+hot/1@mueller.example";

    private final SandboxAccount account = new SandboxAccount();
    private final Workflows workflows = account.hubSpot.workflows();
    private final Noted noted = new Noted();

    /** Keeps what it is told. */
    private static final class Noted implements EnrolmentLog {
        private final List<Long> begun = new ArrayList<>();
        private final Map<Long, Outcome> outcomes = new HashMap<>();

        @Override
        public void begin(long contactId) {
            begun.add(contactId);
        }

        @Override
        public void end(long contactId, Outcome outcome) {
            assertThat(outcomes.put(contactId, outcome)).isNull();
        }
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void readsWhetherAFlowIsThereAndOn() {
        assertThat(workflows.flow(FLOW)).isEqualTo(new Flow(FLOW, true, "CONTACT_FLOW", "Workflow " + FLOW));
        assertThat(Objects.requireNonNull(workflows.flow(FLOW)).isOfContacts()).isTrue();
        assertThat(String.valueOf(workflows.flow(FLOW))).isEqualTo("Flow[1000077, CONTACT_FLOW, on]");

        account.sandbox.workflows().setEnabled(FLOW, false);
        assertThat(Objects.requireNonNull(workflows.flow(FLOW)).enabled()).isFalse();

        account.sandbox.workflows().remove(FLOW);
        assertThat(workflows.flow(FLOW)).isNull();
    }

    @Test
    void knowsBothIdsOfAWorkflow() {
        assertThat(workflows.workflowId(FLOW)).isEqualTo(77);
        assertThat(workflows.flowId(77)).isEqualTo(FLOW);
    }

    @Test
    void enrolsOneByOneAndReadsAddressesAhead() {
        List<Long> contacts = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            contacts.add(account.contact("lead" + i + "@example.com"));
        }
        long nameless = account.contacts(1).get(0);
        contacts.add(nameless);
        Enrolment enrolment = workflows.enrolment(77, contacts);
        account.sandbox.traffic().clear();

        contacts.forEach(contact -> assertThat(enrolment.enrol(contact))
                .isInstanceOf(contact == nameless ? Outcome.NoEmail.class : Outcome.Done.class));

        assertThat(account.sandbox.workflows().enrolments()).hasSize(150).doesNotHaveDuplicates();
        assertThat(account.sandbox.traffic().count()).isEqualTo(2 + 150);
        assertThat(enrolment).hasToString("Enrolment");
    }

    @Test
    void enrolsByTheAddressAndTellsOfEach() {
        long anna = account.contact(ANNA);
        long bert = account.contact("bert@example.com");
        long nameless = account.contacts(1).get(0);
        long gone = account.contact("gone@example.com");
        account.sandbox.crm().delete(RecordType.CONTACTS, gone);

        workflows.enrol(77, List.of(anna, nameless, bert, gone, anna), noted);

        assertThat(noted.outcomes)
                .isEqualTo(Map.of(
                        anna, new Outcome.Done(null),
                        bert, new Outcome.Done(null),
                        nameless, new Outcome.NoEmail(),
                        gone, new Outcome.Gone()));
        assertThat(noted.begun).containsExactly(anna, bert);
        assertThat(account.sandbox.workflows().count(77, ANNA)).isEqualTo(1);
        assertThat(account.sandbox.traffic().count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"RESET_AFTER", "RESET_BEFORE", "INTERNAL_ERROR", "BAD_GATEWAY", "GATEWAY_TIMEOUT"})
    void repeatsNothingWhoseAnswerIsLost(FaultKind fault) {
        long anna = account.contact(ANNA);
        long bert = account.contact("bert@example.com");
        account.sandbox.faults().add(fault, ENROL, 1);

        workflows.enrol(77, List.of(anna, bert), noted);

        assertThat(noted.outcomes).isEqualTo(Map.of(anna, new Outcome.Unanswered(), bert, new Outcome.Done(null)));
        assertThat(account.sandbox.traffic().count(ENROL)).isEqualTo(2);
        assertThat(account.sandbox.workflows().count(77, ANNA)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TEN_SECONDLY", "UNAVAILABLE"})
    void repeatsWhatHubSpotDidNotTakeUp(FaultKind fault) {
        long anna = account.contact(ANNA);
        account.sandbox.faults().add(fault, ENROL, 2);

        workflows.enrol(77, List.of(anna), noted);

        assertThat(noted.outcomes).isEqualTo(Map.of(anna, new Outcome.Done(null)));
        assertThat(account.sandbox.workflows().count(77, ANNA)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"FORBIDDEN", "DAILY"})
    void stopsAtOnceAtWhatEveryCallShares(FaultKind fault) {
        long anna = account.contact(ANNA);
        long bert = account.contact("bert@example.com");
        account.sandbox.faults().add(fault, ENROL, 1);

        workflows.enrol(77, List.of(anna, bert), noted);

        assertThat(noted.outcomes.values()).hasSize(2).allMatch(Outcome.Unsent.class::isInstance);
        assertThat(noted.begun).containsExactly(anna);
        assertThat(account.sandbox.traffic().count(ENROL)).isEqualTo(1);
    }

    @Test
    void saysWhyNobodyWasAskedWhenContactsCannotBeRead() {
        long anna = account.contact(ANNA);
        account.sandbox.faults().add(FaultKind.FORBIDDEN, "POST /crm/objects/*/contacts/batch/read", 1);

        workflows.enrol(77, List.of(anna), noted);

        assertThat(noted.outcomes.get(anna))
                .isInstanceOfSatisfying(Outcome.Unsent.class, unsent -> assertThat(unsent.reason())
                        .isInstanceOf(HubSpotException.MissingScopes.class));
        assertThat(noted.begun).isEmpty();
    }

    @Test
    void isRefusedByAWorkflowThatIsOff() {
        long anna = account.contact(ANNA);
        account.sandbox.workflows().setEnabled(FLOW, false);

        workflows.enrol(77, List.of(anna), noted);

        assertThat(noted.outcomes.get(anna)).isInstanceOf(Outcome.Refused.class);
        assertThat(account.sandbox.workflows().enrolments()).isEmpty();
    }

    @Test
    void letsNoAddressOut() {
        long anna = account.contact(ANNA);
        account.sandbox.faults().add(FaultKind.INTERNAL_ERROR, ENROL, 1);
        account.sandbox.faults().add(FaultKind.DAILY, ENROL, 1);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.leadscore.hubspot");
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);

        workflows.enrol(77, List.of(anna), noted);

        logger.detachAppender(log);
        logger.setLevel(null);
        assertThat(log.list.toString())
                .contains("/automation/v2/workflows/{workflowId}/enrollments/contacts/{email}")
                .doesNotContainIgnoringCase("anna");
        assertThat(noted.outcomes.toString()).doesNotContainIgnoringCase("anna");
    }

    @Test
    void namesTheScope() {
        try (SandboxAccount strict = new SandboxAccount(options -> options.withoutScope("automation"))) {
            assertThatThrownBy(() -> strict.hubSpot.workflows().flow(FLOW))
                    .isInstanceOf(HubSpotException.MissingScopes.class)
                    .hasMessageContaining("automation");
        }
    }
}
