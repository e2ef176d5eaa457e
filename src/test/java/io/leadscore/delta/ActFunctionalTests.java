package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionFilter;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.report.Need;
import io.leadscore.report.Needed;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Thresholds;
import io.leadscore.settings.ScoringProfileFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run's scores set off in HubSpot: each once, whatever happens in between. */
class ActFunctionalTests extends DeltaJobFixture {

    private static final String TASKS = "POST /crm/objects/*/tasks/batch/create";
    private static final String ENROL = "POST /automation/v2/*";
    private static final int LEADS = 7;

    private List<Long> leads = List.of();
    private ScoringProfile thresholds = ScoringProfileFile.packaged();

    /** Leads that one reply takes to High. */
    @BeforeEach
    void leadsBelowHigh() {
        // A lost answer is looked for in the next run: this clock stands still within one.
        rules("""
                time-budget: 30s
                rules:
                  - name: hot
                    when: {entered: high}
                    do:
                      - assign: {by: round-robin}
                      - task: {due-in: 4h, type: CALL}
                      - note: {}
                      - list: {name: "Call list"}
                """);
        leadscore().door(HubSpot.class).lists().findOrCreate("Call list");
        leads = contacts(LEADS);
        run();
        int points = points(leads.get(0));
        thresholds = thresholds(points + 3, points + 1);
        restartWith(thresholds);
        run();
    }

    @Test
    void firstSyncAndOtherWeightsSetNothingOff() {
        assertThat(tasks()).isZero();
        assertThat(notes()).isZero();
        assertThat(leads).allSatisfy(lead -> assertThat(scoreOf(lead)).containsEntry("ai_lead_priority", "Low"));
    }

    @Test
    void eachLeadThatBecomesHighSetsOffEachActionOnce() {
        repliesOfAll();

        RunOutcome acting = run();
        RunOutcome idle = run();

        assertThat(acting.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(acting.report().details()).doesNotContainKey("actions");
        assertThat(tasks()).isEqualTo(LEADS);
        assertThat(notes()).isEqualTo(LEADS);
        assertThat(sandbox.lists().members("Call list")).containsExactlyInAnyOrderElementsOf(leads);
        assertThat(leads).allSatisfy(lead -> assertThat(
                        crm.get(RecordType.CONTACTS, lead).property("hubspot_owner_id"))
                .isNotBlank());
        assertThat(sandbox.traffic().count(TASKS)).isEqualTo(1);
        assertThat(idle.report().counts()).doesNotContainKey("tasks done");
        assertThat(tasks()).isEqualTo(LEADS);
    }

    @Test
    void anAnswerThatIsLostIsLookedForAndNothingIsDoneTwice() {
        repliesOfAll();
        sandbox.faults().add(FaultKind.RESET_AFTER, TASKS, 1);

        run();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(11));
            run();
        }

        assertThat(tasks()).isEqualTo(LEADS);
        assertThat(notes()).isEqualTo(LEADS);
        assertThat(openActions()).isZero();
    }

    @Test
    void whatIsForbiddenStopsNothingElse() {
        repliesOfAll();
        sandbox.faults().add(FaultKind.FORBIDDEN, TASKS, 100);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(outcome.report().details()).containsKey("actions");
        assertThat(tasks()).isZero();
        assertThat(notes()).isEqualTo(LEADS);
        assertThat(sandbox.lists().members("Call list")).hasSize(LEADS);
    }

    @Test
    void aRunThatFailsAfterScoringLosesNoAction() {
        repliesOfAll();
        sandbox.faults().add(FaultKind.UNAVAILABLE, TASKS, 3);

        run();
        clock.advance(Duration.ofHours(1));
        run();

        assertThat(tasks()).isEqualTo(LEADS);
    }

    @Test
    void whatIsGivenUpNeedsAPersonInTheRunThatGivesItUp() {
        rules("""
                rules:
                  - name: hot
                    when: {entered: high}
                    do:
                      - list: {name: "No such list"}
                """);
        restartWith(thresholds);
        repliesOfAll();

        RunOutcome acting = run();
        RunOutcome next = run();

        assertThat(acting.status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        assertThat(acting.needs()).containsExactly(new Needed(Need.ACTIONS_FAILED, LEADS));
        assertThat(acting.report().details()).containsEntry("needs a person", "actions given up: " + LEADS);
        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(next.needs()).isEmpty();
    }

    @Test
    void anOutageLeavesWhatItDidNotReachForTheNextRun() {
        leads = contacts(20);
        run();
        rules("""
                rules:
                  - name: hot
                    when: {entered: high}
                    do: [{enrol: {workflow: 4711}}]
                """);
        restartWith(thresholds);
        repliesOfAll();
        sandbox.faults().add(FaultKind.RESET_AFTER, ENROL, 4);

        RunOutcome first = run();
        int reached = sandbox.workflows().enrolments().size();
        clock.advance(Duration.ofMinutes(5));
        RunOutcome second = run();
        clock.advance(Duration.ofMinutes(5));
        RunOutcome third = run();

        assertThat(first.needs()).containsExactly(new Needed(Need.ACTIONS_UNKNOWN, 3));
        assertThat(first.report().details().get("actions")).contains("Calls for enrolments get no answer");
        assertThat(reached).isEqualTo(3);
        assertThat(second.needs()).containsExactly(new Needed(Need.ACTIONS_UNKNOWN, 1));
        assertThat(third.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(sandbox.workflows().enrolments()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void listsFollowAlsoInAFirstSync() {
        restartSandbox(options -> options);
        home = home.resolve("fresh");
        rules("""
                rules:
                  - name: lists
                    when: {entered: any}
                    do:
                      - nurture: {high: "Hot", medium: "Warm", low: "Cold"}
                      - note: {}
                """);
        leadscore().door(HubSpot.class).setUp(false);
        leads = contacts(12);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(sandbox.lists().members("Cold")).containsExactlyInAnyOrderElementsOf(leads);
        assertThat(notes()).isZero();
    }

    @Test
    void whomAPersonChoseInBetweenIsGivenTheLeadBack() {
        repliesOfAll();
        sandbox.faults().add(FaultKind.OWNER_CHOSEN, UPDATE, 2);

        run();

        List<String> choices = leads.stream()
                .map(lead -> crm.get(RecordType.CONTACTS, lead).property("hubspot_owner_id"))
                .toList();
        assertThat(choices).doesNotContainNull();
        assertThat(sandbox.traffic().count(UPDATE))
                .as("scores, owners, one back")
                .isGreaterThanOrEqualTo(3);
        assertThat(
                        leads.stream()
                                .filter(lead -> leadscore()
                                        .door(ActionBook.class)
                                        .list(portal, ActionFilter.in(EnumSet.of(ActionState.DONE)), 99)
                                        .stream()
                                        .filter(entry -> entry.contactId() == lead && entry.kind() == ActionKind.TASK)
                                        .allMatch(entry -> String.valueOf(entry.ownerId())
                                                .equals(crm.get(RecordType.CONTACTS, lead)
                                                        .property("hubspot_owner_id")))))
                .hasSize(LEADS);
    }

    @Test
    void aDryRunSetsNothingOff() {
        repliesOfAll();

        clock.advance(Duration.ofSeconds(1));
        leadscore().dryRun();

        assertThat(tasks()).isZero();
        assertThat(openActions()).isZero();
    }

    private void repliesOfAll() {
        leads.forEach(crm::logEmailReply);
    }

    private long tasks() {
        return crm.ids(RecordType.TASKS).size();
    }

    private long notes() {
        return crm.ids(RecordType.NOTES).size();
    }

    private long openActions() {
        return leadscore().door(ActionBook.class).counts(portal).stream()
                .filter(count -> count.state() != ActionState.DONE)
                .mapToLong(count -> count.actions())
                .sum();
    }

    private void rules(String yaml) {
        try {
            Files.createDirectories(home.resolve("jobs"));
            Files.writeString(home.resolve("jobs/actions.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restartWith(ScoringProfileFile.packaged());
    }

    private static ScoringProfile thresholds(int high, int medium) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        return new ScoringProfile(
                packaged.weights(),
                new Thresholds(high, medium),
                packaged.timeStep(),
                packaged.machineWindow(),
                packaged.idealClient(),
                packaged.signals(),
                packaged.queue(),
                packaged.nextBestAction(),
                packaged.outcome(),
                packaged.customSignals(),
                packaged.aiRules());
    }
}
