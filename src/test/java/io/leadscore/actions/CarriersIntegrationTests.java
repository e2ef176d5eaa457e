package io.leadscore.actions;

import static io.leadscore.actions.SampleMoves.rule;
import static io.leadscore.actions.SampleMoves.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.Owner;
import io.leadscore.hubspot.SandboxAccount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.sandbox.CrmObject;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarriersIntegrationTests {

    private static final Conditions HIGH = Conditions.entering(Priority.HIGH);
    private static final Step ASSIGN = new Step.Assign(Step.Policy.ROUND_ROBIN);
    private static final long FLOW = 1_000_077;
    private static final String TASKS = "POST /crm/objects/*/tasks/batch/create";
    private static final String NOTES = "POST /crm/objects/*/notes/batch/create";
    private static final String ENROL = "POST /automation/v2/*";
    private final ActionRule everything = rule(
            "everything", HIGH, ASSIGN, new Step.Listed("Call list"), new Step.Enrol(FLOW), task(), new Step.Note());

    private static List<CrmObject> all(SandboxAccount account, RecordType type) {
        List<CrmObject> objects = new ArrayList<>();
        account.sandbox.crm().forEach(type, objects::add);
        return objects;
    }

    /** What went wrong; that an endpoint will end did not. */
    private static List<Trouble> wrong(ActReport report) {
        return report.troubles().stream()
                .filter(trouble -> !trouble.equals(EnrolmentTargets.END_OF_SUPPORT))
                .toList();
    }

    @Test
    void doesEachThingOnceInTheFewestCallsAndNothingInTheNextRun() {
        try (CarrierFixture fixture = new CarrierFixture(everything)) {
            Sandbox sandbox = fixture.account.sandbox;
            fixture.account.hubSpot.lists().findOrCreate("Call list");
            List<Long> contacts = fixture.contacts(1_000);
            fixture.moveUp(contacts);
            sandbox.traffic().clear();

            ActReport report = fixture.act();

            assertThat(report.troubles()).containsExactly(EnrolmentTargets.END_OF_SUPPORT);
            assertThat(all(fixture.account, RecordType.TASKS)).hasSize(1_000);
            assertThat(all(fixture.account, RecordType.NOTES)).hasSize(1_000);
            assertThat(sandbox.workflows().enrolments()).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(sandbox.lists().members("Call list")).hasSize(1_000);
            Map<String, Integer> calls = sandbox.traffic().perCall();
            assertThat(fixture.calls(TASKS)).as("%s", calls).isEqualTo(10);
            assertThat(fixture.calls(NOTES)).isEqualTo(10);
            assertThat(fixture.calls(ENROL)).isEqualTo(1_000);
            assertThat(fixture.calls("PUT /crm/lists/*"))
                    .as("a page of the outbox each")
                    .isLessThanOrEqualTo(2);
            assertThat(fixture.calls("POST /crm/objects/*/contacts/batch/update"))
                    .isEqualTo(10);
            assertThat(fixture.calls("POST /crm/objects/*/contacts/batch/read"))
                    .as("owners, who chose them, and addresses")
                    .isEqualTo(40);
            sandbox.traffic().clear();
            assertThat(fixture.act()).isEqualTo(new ActReport(Map.of(), List.of()));
            assertThat(sandbox.traffic().count()).isZero();
        }
    }

    @Test
    void aTaskIsForTheOwnerWithinWorkingHoursAndSaysWhy() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, ASSIGN, task(), new Step.Note()))) {
            fixture.moveUp(fixture.contacts(1));

            fixture.act();

            CrmObject task = all(fixture.account, RecordType.TASKS).get(0);
            assertThat(task.properties())
                    .containsEntry("hs_task_priority", "HIGH")
                    .containsEntry("hs_task_type", "CALL")
                    .containsEntry("hs_task_status", "NOT_STARTED")
                    .containsEntry("hs_task_subject", "Call this lead: priority High, 85 points")
                    .containsKey("hubspot_owner_id");
            assertThat(task.property("hs_timestamp")).as("four hours from noon").contains("2026-11-23T16:00:00");
            assertThat(task.property("hs_task_body"))
                    .contains("Score moved from 60 to 85 points.", "attended 2 meetings", "Leadscore ls-");
            assertThat(all(fixture.account, RecordType.NOTES).get(0).property("hs_note_body"))
                    .contains("Score moved from 60 to 85 points.", "Leadscore ls-");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER", "RESET_BEFORE", "GARBAGE", "TRUNCATED", "GATEWAY_TIMEOUT"})
    void whatHasNoAnswerIsLookedForAndThereOnlyOnce(FaultKind fault) {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, task(), new Step.Note()))) {
            fixture.moveUp(fixture.contacts(150));
            fixture.account.sandbox.faults().add(fault, TASKS, 1);
            fixture.account.sandbox.faults().add(fault, NOTES, 1);

            fixture.act();
            fixture.account.pass(Duration.ofMinutes(15));
            fixture.act();

            assertThat(all(fixture.account, RecordType.TASKS)).hasSize(150);
            assertThat(all(fixture.account, RecordType.NOTES)).hasSize(150);
            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(150);
            assertThat(fixture.count(ActionKind.NOTE, ActionState.DONE)).isEqualTo(150);
        }
    }

    @Test
    void anEnrolmentWithoutAnAnswerIsUnknownAndNeverRepeated() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, new Step.Enrol(FLOW)))) {
            fixture.moveUp(fixture.contacts(5));
            fixture.account.sandbox.faults().add(FaultKind.RESET_AFTER, ENROL, 1);

            fixture.act();
            fixture.account.pass(Duration.ofHours(1));
            fixture.act();

            assertThat(fixture.account.sandbox.workflows().enrolments())
                    .hasSize(5)
                    .doesNotHaveDuplicates();
            assertThat(fixture.count(ActionKind.ENROL, ActionState.UNKNOWN)).isEqualTo(1);
            assertThat(fixture.count(ActionKind.ENROL, ActionState.DONE)).isEqualTo(4);
        }
    }

    @Test
    void oneRefusedRowHarmsNoOther() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, task()))) {
            fixture.moveUp(fixture.contacts(10));
            fixture.account.sandbox.faults().add(FaultKind.PARTIAL, TASKS, 1);

            fixture.act();

            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(9);
            assertThat(fixture.count(ActionKind.TASK, ActionState.FAILED)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ActionKind.class,
            names = {"ASSIGN", "LIST", "ENROL", "TASK", "NOTE"})
    void othersGoOnWhenOneKindIsForbidden(ActionKind kind) {
        try (CarrierFixture fixture = new CarrierFixture(everything)) {
            fixture.account.hubSpot.lists().findOrCreate("Call list");
            fixture.moveUp(fixture.contacts(20));
            fixture.account
                    .sandbox
                    .faults()
                    .add(
                            FaultKind.FORBIDDEN,
                            switch (kind) {
                                case ASSIGN -> "POST /crm/objects/*/contacts/batch/update";
                                case LIST -> "PUT /crm/lists/*";
                                case ENROL -> ENROL;
                                case TASK -> TASKS;
                                default -> NOTES;
                            },
                            1);

            ActReport report = fixture.act();

            for (ActionKind one :
                    List.of(ActionKind.ASSIGN, ActionKind.LIST, ActionKind.ENROL, ActionKind.TASK, ActionKind.NOTE)) {
                assertThat(fixture.count(one, ActionState.DONE)).as(one.name()).isEqualTo(one == kind ? 0 : 20);
            }
            assertThat(fixture.count(kind, ActionState.PENDING)).isEqualTo(20);
            assertThat(wrong(report)).hasSize(1);
            assertThat(wrong(report).get(0).sentence()).contains("403");
            fixture.account.pass(Duration.ofMinutes(2));
            assertThat(wrong(fixture.act())).isEmpty();
            assertThat(fixture.count(kind, ActionState.DONE)).isEqualTo(20);
        }
    }

    @Test
    void listsFollowThePriorityAndAreCreatedForNurturingOnly() {
        Step nurture = new Step.Nurture(Map.of(Priority.HIGH, "Hot", Priority.MEDIUM, "Warm"));
        try (CarrierFixture fixture = new CarrierFixture(
                rule("n", SampleMoves.ANY, nurture), rule("l", HIGH, new Step.Listed("Deleted"), task()))) {
            List<Long> contacts = fixture.contacts(3);
            fixture.moveUp(contacts);

            ActReport report = fixture.act();

            assertThat(fixture.account.sandbox.lists().members("Hot")).containsExactlyInAnyOrderElementsOf(contacts);
            assertThat(fixture.count(ActionKind.LIST, ActionState.DONE)).isEqualTo(3);
            assertThat(fixture.count(ActionKind.LIST, ActionState.FAILED)).isEqualTo(3);
            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(3);
            assertThat(report.troubles().toString()).contains("There is no list 'Deleted'");

            fixture.record(List.of(SampleMoves.change(contacts.get(0), 85, 60)));
            fixture.act();

            assertThat(fixture.account.sandbox.lists().members("Hot"))
                    .containsExactlyInAnyOrderElementsOf(contacts.subList(1, 3));
            assertThat(fixture.account.sandbox.lists().members("Warm")).containsExactly(contacts.get(0));
        }
    }

    @Test
    void aListThatHubSpotFillsIsLeftAlone() {
        try (CarrierFixture fixture = new CarrierFixture(rule("l", HIGH, new Step.Listed("Filtered"), task()))) {
            fixture.account.sandbox.lists().createDynamic("Filtered");
            fixture.moveUp(fixture.contacts(2));

            assertThat(fixture.act().troubles().toString()).contains("filters");
            assertThat(fixture.count(ActionKind.LIST, ActionState.FAILED)).isEqualTo(2);
            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(2);
        }
    }

    @Test
    void aWorkflowThatIsOffKeepsOnlyItsOwnWaiting() {
        try (CarrierFixture fixture = new CarrierFixture(
                rule("off", HIGH, new Step.Enrol(FLOW)),
                rule("on", HIGH, new Step.Enrol(88)),
                rule("t", HIGH, task()))) {
            fixture.account.sandbox.workflows().remove(88);
            fixture.account.sandbox.workflows().setEnabled(FLOW, false);
            List<Long> contacts = fixture.contacts(4);
            fixture.moveUp(contacts);

            ActReport report = fixture.act();

            assertThat(fixture.account.sandbox.workflows().enrolments())
                    .as("by the old id")
                    .hasSize(4)
                    .allMatch(enrolment -> enrolment.workflowId() == 88);
            assertThat(fixture.count(ActionKind.ENROL, ActionState.PENDING)).isEqualTo(4);
            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(4);
            assertThat(wrong(report))
                    .containsExactly(
                            new Trouble("Workflow 1000077 is off, so nobody is enrolled.", "Turn it on in HubSpot."));

            fixture.account.sandbox.workflows().setEnabled(FLOW, true);
            fixture.account.pass(Duration.ofMinutes(5));
            fixture.act();

            assertThat(fixture.account.sandbox.workflows().enrolments()).hasSize(8);
        }
    }

    @Test
    void aWorkflowThatIsGoneIsRefused() {
        try (CarrierFixture fixture = new CarrierFixture(rule("gone", HIGH, new Step.Enrol(FLOW)))) {
            fixture.account.sandbox.workflows().remove(FLOW);
            fixture.account.sandbox.workflows().remove(FLOW + 1_000_000);
            fixture.moveUp(fixture.contacts(1));

            assertThat(fixture.act().troubles().toString()).contains("There is no workflow 1000077.");
            assertThat(fixture.count(ActionKind.ENROL, ActionState.FAILED)).isEqualTo(1);
        }
    }

    @Test
    void aContactWithoutAnAddressIsRefusedAndTheOthersGoOn() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, new Step.Enrol(FLOW), task()))) {
            List<Long> contacts = new ArrayList<>(fixture.contacts(3));
            contacts.add(1, fixture.account.contacts(1).get(0));
            fixture.moveUp(contacts);

            ActReport report = fixture.act();

            assertThat(fixture.account.sandbox.workflows().enrolments()).hasSize(3);
            assertThat(fixture.count(ActionKind.ENROL, ActionState.FAILED)).isEqualTo(1);
            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(4);
            assertThat(report.troubles().toString()).contains("no e-mail address");
        }
    }

    @Test
    void aHumansChoiceStaysAndGetsTheTask() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, ASSIGN, task()))) {
            Sandbox sandbox = fixture.account.sandbox;
            List<Long> owners = sandbox.owners().active();
            List<Long> contacts = fixture.contacts(4);
            String chosen = Long.toString(owners.get(3));
            sandbox.crm().update(RecordType.CONTACTS, contacts.get(0), Map.of("hubspot_owner_id", chosen));
            fixture.moveUp(contacts);

            fixture.act();

            assertThat(sandbox.crm().get(RecordType.CONTACTS, contacts.get(0)).property("hubspot_owner_id"))
                    .isEqualTo(chosen);
            for (CrmObject task : all(fixture.account, RecordType.TASKS)) {
                long contact = sandbox.crm()
                        .associated(RecordType.TASKS, task.id(), RecordType.CONTACTS)
                        .get(0);
                assertThat(task.property("hubspot_owner_id"))
                        .isNotNull()
                        .isEqualTo(
                                sandbox.crm().get(RecordType.CONTACTS, contact).property("hubspot_owner_id"));
            }
        }
    }

    @Test
    void anArchivedOwnerIsSkippedAndHarmsNoOther() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, ASSIGN, task()))) {
            Sandbox sandbox = fixture.account.sandbox;
            long archived = sandbox.owners().active().get(0);
            sandbox.owners().archive(archived);
            List<Long> contacts = fixture.contacts(9);
            fixture.moveUp(contacts);

            ActReport report = fixture.act();

            assertThat(report.troubles()).isEmpty();
            assertThat(contacts).allSatisfy(contact -> assertThat(
                            Objects.requireNonNull(sandbox.crm().find(RecordType.CONTACTS, contact))
                                    .property("hubspot_owner_id"))
                    .isNotNull()
                    .isNotEqualTo(Long.toString(archived)));
        }
    }

    @Test
    void aLeadOfAnArchivedOwnerOrAQueueIsNobodysAndAssigned() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, ASSIGN, task()))) {
            Sandbox sandbox = fixture.account.sandbox;
            long archived = sandbox.owners().active().get(0);
            long queue = fixture.account.hubSpot.owners().all().stream()
                    .filter(owner -> owner.type() == Owner.Type.QUEUE)
                    .map(Owner::id)
                    .findFirst()
                    .orElseThrow();
            List<Long> contacts = fixture.contacts(6);
            List<ScoreChange> changes = new ArrayList<>();
            for (long contact : contacts) {
                long owner = contact % 2 == 0 ? archived : queue;
                sandbox.crm().update(RecordType.CONTACTS, contact, Map.of("hubspot_owner_id", Long.toString(owner)));
                changes.add(SampleMoves.owned(SampleMoves.change(contact, 60, 85), owner));
            }
            sandbox.owners().archive(archived);
            fixture.record(changes);

            ActReport report = fixture.act();

            assertThat(report.troubles()).isEmpty();
            assertThat(contacts).allSatisfy(contact -> assertThat(
                            sandbox.crm().get(RecordType.CONTACTS, contact).property("hubspot_owner_id"))
                    .isIn(sandbox.owners().active().stream()
                            .map(String::valueOf)
                            .toList()));
            assertThat(all(fixture.account, RecordType.TASKS))
                    .allSatisfy(task ->
                            assertThat(task.property("hubspot_owner_id")).isNotNull());
        }
    }

    @Test
    void aPersonsChoiceBetweenOurReadAndOurWriteIsGivenBack() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, ASSIGN, task()))) {
            Sandbox sandbox = fixture.account.sandbox;
            String chosen = Long.toString(sandbox.owners().active().get(3));
            List<Long> contacts = fixture.contacts(4);
            long overruled = contacts.get(2);
            fixture.moveUp(contacts);
            sandbox.faults().runBefore("POST /crm/objects/*/contacts/batch/update", 0, () -> sandbox.crm()
                    .update(RecordType.CONTACTS, overruled, Map.of("hubspot_owner_id", chosen)));

            fixture.act();

            assertThat(sandbox.crm().get(RecordType.CONTACTS, overruled).property("hubspot_owner_id"))
                    .isEqualTo(chosen);
            assertThat(fixture.count(ActionKind.ASSIGN, ActionState.DONE)).isEqualTo(4);
            assertThat(all(fixture.account, RecordType.TASKS).stream().filter(task -> sandbox.crm()
                            .associated(RecordType.TASKS, task.id(), RecordType.CONTACTS)
                            .contains(overruled)))
                    .as("the task is for whom the person chose")
                    .singleElement()
                    .satisfies(task ->
                            assertThat(task.property("hubspot_owner_id")).isEqualTo(chosen));
        }
    }

    @Test
    void aTaskForAnOwnerWhomHubSpotRefusesHarmsNoOther() {
        try (CarrierFixture fixture = new CarrierFixture(rule("r", HIGH, task()))) {
            long unknown = 987_654;
            long active = fixture.account.sandbox.owners().active().get(0);
            List<ScoreChange> changes = new ArrayList<>();
            List<Long> contacts = fixture.contacts(5);
            contacts.forEach(contact -> changes.add(SampleMoves.owned(
                    SampleMoves.change(contact, 60, 85), contact.equals(contacts.get(2)) ? unknown : active)));
            fixture.record(changes);

            ActReport report = fixture.act();

            assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(4);
            assertThat(fixture.count(ActionKind.TASK, ActionState.FAILED)).isEqualTo(1);
            assertThat(report.troubles()).hasSize(1);
        }
    }
}
