package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.actions.ActionRule;
import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.Assignee;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.actions.Conditions;
import io.leadscore.actions.Step;
import io.leadscore.hubspot.SandboxAccount;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.scoring.Priority;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActionCheckupIntegrationTests {

    private static final long FLOW = 1_000_077;

    private final SandboxAccount account = new SandboxAccount();

    @AfterEach
    void close() {
        account.close();
    }

    private static ActionSettings settings(List<Long> owners, Step... steps) {
        ActionSettings none = ActionSettings.NONE;
        Conditions any = new Conditions(EnumSet.allOf(Priority.class), Set.of(), null, null, false);
        return new ActionSettings(
                none.margin(),
                none.enterMargin(),
                none.massShare(),
                none.bulkAbove(),
                none.highPerOwnerAndDay(),
                none.workingHours(),
                none.timeBudget(),
                none.lookAfter(),
                owners.stream()
                        .map(id -> new Assignee(id, 1, List.of(), List.of(), List.of()))
                        .toList(),
                none.notifying(),
                List.of(new ActionRule("r", any, Duration.ZERO, List.of(steps))));
    }

    private Map<Finding.Level, List<String>> findings(ActionSettings settings, ChannelSettings channels) {
        Checkup checkup = new Checkup();
        new ActionCheckup(account.hubSpot, settings, channels, account.clock()).run(checkup);
        return Map.of(
                Finding.Level.OK, sentences(checkup, Finding.Level.OK),
                Finding.Level.WARN, sentences(checkup, Finding.Level.WARN),
                Finding.Level.FAIL, sentences(checkup, Finding.Level.FAIL));
    }

    private static List<String> sentences(Checkup checkup, Finding.Level level) {
        return checkup.findings().stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::sentence)
                .toList();
    }

    private static Step nurture() {
        return new Step.Nurture(Map.of(Priority.HIGH, "Hot", Priority.LOW, "Cold"));
    }

    @Test
    void isContentWhenAllIsThere() {
        account.hubSpot.lists().findOrCreate("Calls");
        ActionSettings settings =
                settings(account.sandbox.owners().active(), nurture(), new Step.Listed("Calls"), new Step.Enrol(FLOW));
        ActionSetup setup = ActionSetup.run(account.hubSpot, settings, false);

        Map<Finding.Level, List<String>> findings = findings(
                settings,
                new ChannelSettings(null, null, URI.create("https://hooks.slack.example/services/T/B/s3cret")));

        assertThat(setup.created()).containsExactly("Cold", "Hot");
        assertThat(findings.get(Finding.Level.FAIL)).isEmpty();
        assertThat(findings.get(Finding.Level.WARN))
                .containsExactly("HubSpot does not support enrolment by its v2 endpoint from September 2027 on.");
        assertThat(findings.get(Finding.Level.OK)).hasSize(6).noneMatch(sentence -> sentence.contains("s3cret"));
    }

    @Test
    void saysWhatIsMissing() {
        account.sandbox.lists().createDynamic("Filtered");
        account.sandbox.workflows().setEnabled(FLOW, false);
        List<Long> owners = new ArrayList<>(account.sandbox.owners().active());
        account.sandbox.owners().archive(owners.get(0));
        owners.add(account.sandbox.owners().addQueue("Queue"));
        owners.add(987_654L);
        ActionSettings settings =
                settings(owners, nurture(), new Step.Listed("Gone"), new Step.Listed("Filtered"), new Step.Enrol(FLOW));

        Map<Finding.Level, List<String>> findings = findings(
                settings,
                new ChannelSettings(
                        null,
                        new ChannelSettings.MailServer("127.0.0.1", 1, null, null, "leadscore@example.com"),
                        URI.create("http://hooks.slack.example/")));

        assertThat(findings.get(Finding.Level.FAIL))
                .containsExactly(
                        "HubSpot fills 'Filtered' by filters, so nobody can be added.",
                        "There is no list 'Gone' of contacts.",
                        "Workflow 1000077 is off, so nobody is enrolled.",
                        "Owner " + owners.get(owners.size() - 2) + " is a queue, which gets no leads.",
                        "There is no owner 987654.",
                        "The mail server 127.0.0.1:1 cannot be reached, or not as securely as it must be.",
                        "LEAD_SCORE_SLACK_WEBHOOK_URL is no webhook's URL: it lacks a host or a path.");
        assertThat(findings.get(Finding.Level.WARN))
                .contains("'Hot' is not there yet.", "Owner " + owners.get(0) + " was archived, and gets no leads.");
    }

    @Test
    void oneScopeThatIsMissingHidesNothingElse() {
        account.sandbox.faults().add(FaultKind.FORBIDDEN, "GET /crm/lists/*", 1);

        Map<Finding.Level, List<String>> findings =
                findings(settings(account.sandbox.owners().active(), new Step.Listed("Calls")), ChannelSettings.NONE);

        assertThat(findings.get(Finding.Level.FAIL)).hasSize(1);
        assertThat(findings.get(Finding.Level.OK)).hasSize(1);
    }

    @Test
    void setupCreatesListsOnceAndSaysWhatToClick() {
        ActionSettings settings = settings(List.of(), nurture(), new Step.Listed("Calls"), new Step.Enrol(FLOW));

        ActionSetup dry = ActionSetup.run(account.hubSpot, settings, true);
        assertThat(account.sandbox.lists().id("Hot")).isNull();
        ActionSetup first = ActionSetup.run(account.hubSpot, settings, false);
        ActionSetup second = ActionSetup.run(account.hubSpot, settings, false);

        assertThat(dry.created()).containsExactly("Cold", "Hot");
        assertThat(first.created()).isEqualTo(dry.created());
        assertThat(second.created()).isEmpty();
        assertThat(second.existing()).containsExactly("Cold", "Hot");
        assertThat(account.sandbox.lists().id("Calls"))
                .as("a workflow may need it as it is")
                .isNull();
        assertThat(first.text())
                .contains("created  list Hot")
                .contains("AI lead priority (ai_lead_priority) > is any of > High")
                .contains("Re-enrollment: on")
                .contains("is member of > Calls")
                .contains("September 2027");
    }
}
