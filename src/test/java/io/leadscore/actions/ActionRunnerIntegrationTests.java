package io.leadscore.actions;

import static io.leadscore.actions.SampleMoves.change;
import static io.leadscore.actions.SampleMoves.owned;
import static io.leadscore.actions.SampleMoves.rule;
import static io.leadscore.actions.SampleMoves.run;
import static io.leadscore.actions.SampleMoves.settings;
import static io.leadscore.actions.SampleMoves.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionRunnerIntegrationTests {

    private static final Conditions HIGH = Conditions.entering(Priority.HIGH);
    private static final Step ASSIGN = new Step.Assign(Step.Policy.ROUND_ROBIN);
    private final ActionRule everything = rule(
            "everything",
            HIGH,
            ASSIGN,
            new Step.Listed("Call list"),
            new Step.Enrol(42),
            task(),
            new Step.Note(),
            new Step.Mail(null, false),
            new Step.Webhook(false));

    @Test
    void doesEachThingOnceInTheFewestCallsAndNothingInTheNextRun() {
        ActionFixture fixture = new ActionFixture(settings(everything));
        fixture.record(run(fixture.portal), fixture.highs(1, 1_000));

        ActReport first = fixture.act();
        ActReport second = fixture.act();

        for (ActionKind kind : ActionKind.values()) {
            assertThat(fixture.hubSpot.made(kind)).as(kind.name()).isEqualTo(1_000);
            assertThat(fixture.count(kind, ActionState.DONE)).isEqualTo(1_000);
        }
        assertThat(fixture.hubSpot.calls).containsEntry(ActionKind.TASK, 10).containsEntry(ActionKind.ASSIGN, 10);
        assertThat(first.counts()).containsEntry("tasks done", 1_000L).containsEntry("assignments done", 1_000L);
        assertThat(first.troubles()).containsExactly(EnrolmentTargets.END_OF_SUPPORT);
        assertThat(second).isEqualTo(new ActReport(Map.of(), List.of()));
    }

    @Test
    void assignsAThousandLeadsWithinOneOfTheExactSplitAlsoInPortions() {
        ActionFixture fixture = new ActionFixture(settings(rule("assign", HIGH, ASSIGN)));
        List<Assignee> owners = new ArrayList<>(List.of(new Assignee(1, 2, List.of(), List.of(), List.of())));
        for (long id = 2; id <= 5; id++) {
            owners.add(Assignee.plain(id));
        }
        fixture.change(settings -> withOwners(settings, owners));
        int done = 0;
        for (int portion : new int[] {1, 2, 7, 190, 300, 500}) {
            fixture.record(run(fixture.portal), fixture.highs(1 + done, portion));
            fixture.act();
            done += portion;
        }

        Map<Long, Long> leads = new TreeMap<>(fixture.hubSpot.ownerOfContact.values().stream()
                .collect(Collectors.groupingBy(owner -> owner, Collectors.counting())));
        assertThat(done).isEqualTo(1_000);
        leads.forEach(
                (owner, many) -> assertThat((double) many).isCloseTo((owner == 1 ? 2 : 1) * 1_000 / 6.0, within(1.0)));
    }

    @Test
    void keepsAHumansChoiceAndGivesTheTurnBack() {
        ActionFixture fixture = new ActionFixture(settings(rule("assign", HIGH, ASSIGN, task())));
        fixture.record(run(fixture.portal), fixture.highs(1, 50));
        for (long id = 1; id <= 25; id++) {
            fixture.hubSpot.ownerOfContact.put(id, 77L);
        }

        fixture.act();

        assertThat(fixture.hubSpot.ownerOfContact.get(3L)).isEqualTo(77);
        assertThat(fixture.all().stream()
                        .filter(entry -> entry.kind() == ActionKind.TASK && entry.contactId() == 3)
                        .map(ActionEntry::ownerId))
                .as("the task is the human's choice's")
                .containsExactly(77L);
        assertThat(fixture.hubSpot.ownerOfContact.values().stream()
                        .filter(owner -> owner != 77)
                        .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()))
                        .values())
                .containsOnly(5L);
    }

    @Test
    void saysWhenNobodyIsThereAndGoesOnWithoutAnOwner() {
        ActionFixture fixture = new ActionFixture(settings(rule("assign", HIGH, ASSIGN, task())));
        fixture.hubSpot.owners = List.of(new AccountOwner(1, true, true), new AccountOwner(2, false, false));
        fixture.record(run(fixture.portal), fixture.highs(1, 3));

        ActReport report = fixture.act();

        assertThat(fixture.count(ActionKind.ASSIGN, ActionState.FAILED)).isEqualTo(3);
        assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(3);
        assertThat(report.troubles())
                .extracting(Trouble::sentence)
                .containsExactly("3 assignments failed: By round robin nobody may get the lead who is there:"
                        + " owners are archived, absent, or not named.");
        assertThat(fixture.hubSpot.told).hasSize(1);
        fixture.act();
        assertThat(fixture.hubSpot.told).as("told once").hasSize(1);
    }

    @Test
    void aBlockedKindIsLeftAndTheOthersGoOn() {
        ActionFixture fixture = new ActionFixture(settings(everything));
        fixture.hubSpot.always.put(
                ActionKind.ASSIGN, new Outcome.Blocked("The token may not write owners.", "Add it."));
        fixture.hubSpot.always.put(ActionKind.TASK, new Outcome.Blocked("The token may not write tasks.", "Add it."));
        fixture.record(run(fixture.portal), fixture.highs(1, 300));

        ActReport report = fixture.act();

        assertThat(fixture.hubSpot.calls).containsEntry(ActionKind.TASK, 1).containsEntry(ActionKind.ASSIGN, 1);
        assertThat(fixture.count(ActionKind.TASK, ActionState.PENDING)).isEqualTo(300);
        assertThat(fixture.count(ActionKind.NOTE, ActionState.DONE)).isEqualTo(300);
        assertThat(fixture.count(ActionKind.ENROL, ActionState.DONE)).isEqualTo(300);
        assertThat(report.troubles())
                .contains(
                        new Trouble("The token may not write tasks.", "Add it."),
                        new Trouble("The token may not write owners.", "Add it."));

        fixture.hubSpot.always.clear();
        fixture.clock.advance(Duration.ofMinutes(5));
        fixture.act();
        assertThat(fixture.hubSpot.made(ActionKind.TASK)).isEqualTo(300);
    }

    @Test
    void triesThreeTimesThenTellsAnAdministratorOnce() {
        ActionFixture fixture = new ActionFixture(settings(rule("lists", HIGH, new Step.Listed("Call list"))));
        fixture.hubSpot.always.put(ActionKind.LIST, new Outcome.Refused("CONFLICT", "It was changed.", true));
        fixture.record(run(fixture.portal), fixture.highs(1, 20));
        fixture.act();
        fixture.act();
        assertThat(fixture.hubSpot.calls).as("not before a minute").containsEntry(ActionKind.LIST, 1);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.act();
        assertThat(fixture.hubSpot.told).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(10));

        ActReport report = fixture.act();

        assertThat(fixture.count(ActionKind.LIST, ActionState.FAILED)).isEqualTo(20);
        assertThat(report.counts()).containsEntry("list moves failed", 20L);
        assertThat(fixture.hubSpot.told)
                .containsExactly(List.of(new Trouble(
                        "20 list moves failed: It was changed.",
                        "scripts/leadscore actions list --failed lists them, actions retry --failed tries"
                                + " them again, actions dismiss --failed settles them.")));
    }

    @Test
    void looksForLostAnswersWithinTheSameRun() {
        ActionFixture fixture = faulty(FakeHubSpot.Fault.LOST_AFTER, settings(rule("tasks", HIGH, task())));
        fixture.record(run(fixture.portal), fixture.highs(1, 20));

        ActReport report = fixture.act();

        assertThat(fixture.hubSpot.made(ActionKind.TASK)).isEqualTo(20);
        assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(20);
        assertThat(report.counts())
                .containsEntry("tasks without an answer", 20L)
                .containsEntry("tasks done", 20L);
        assertThat(Duration.between(SampleMoves.MONDAY, fixture.clock.instant()))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void waitsForACallThatIsStillUnderWay() {
        ActionFixture fixture = faulty(FakeHubSpot.Fault.LANDS_LATER, settings(rule("tasks", HIGH, task())));
        fixture.record(run(fixture.portal), fixture.highs(1, 20));

        fixture.act();

        assertThat(fixture.hubSpot.made(ActionKind.TASK)).isEqualTo(20);
        assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(20);
    }

    @Test
    void endsWithItsTimeAndTheNextRunGoesOn() {
        ActionFixture fixture = new ActionFixture(settings(rule("mails", HIGH, new Step.Mail(null, false))));
        fixture.record(run(fixture.portal), fixture.highs(1, 30));
        ActionWatch slow = new ActionWatch() {
            @Override
            public boolean mayGoOn() {
                return true;
            }

            @Override
            public void update(long done, long total) {
                assertThat(total).isPositive();
                fixture.clock.advance(Duration.ofSeconds(10));
            }
        };

        ActReport report = fixture.runner().act(fixture.portal, slow);

        assertThat(fixture.hubSpot.made(ActionKind.MAIL)).isEqualTo(12);
        assertThat(report.counts()).containsEntry("actions left pending", 18L);
        fixture.act();
        assertThat(fixture.hubSpot.made(ActionKind.MAIL)).isEqualTo(30);
    }

    @Test
    void givesBackWhatItClaimedWhenItMayNotGoOn() {
        ActionFixture fixture = new ActionFixture(settings(rule("mails", HIGH, new Step.Mail(null, false))));
        fixture.record(run(fixture.portal), fixture.highs(1, 3));
        ActionWatch stopping = new ActionWatch() {
            @Override
            public boolean mayGoOn() {
                return fixture.hubSpot.made(ActionKind.MAIL) == 0 || fixture.count(ActionState.SENT) == 0;
            }

            @Override
            public void update(long done, long total) {}
        };

        fixture.runner().act(fixture.portal, stopping);

        assertThat(fixture.hubSpot.made(ActionKind.MAIL)).isEqualTo(1);
        assertThat(fixture.count(ActionState.SENT)).isZero();
        assertThat(fixture.count(ActionState.PENDING)).isEqualTo(2);
    }

    @Test
    void givesEachOwnerSoManyADayTheBestFirst() {
        ActionFixture fixture = new ActionFixture(SampleMoves.capacity(2, settings(rule("tasks", HIGH, task()))));
        List<ScoreChange> changes = new ArrayList<>();
        for (long id = 1; id <= 5; id++) {
            changes.add(owned(change(id, 60, 80 + (int) id), 9));
            changes.add(owned(change(10 + id, 60, 80 + (int) id), 8));
        }
        changes.add(change(30, 60, 99));
        fixture.record(run(fixture.portal), changes);

        fixture.act();
        assertThat(done(fixture)).containsExactlyInAnyOrder(5L, 4L, 15L, 14L, 30L);
        fixture.act();
        assertThat(done(fixture)).as("no room left today").hasSize(5);

        // Lead 3 falls, lead 2 takes its place on the next day.
        fixture.record(run(fixture.portal), owned(change(3, 83, 60), 9));
        fixture.clock.advance(Duration.ofDays(1));
        fixture.act();
        assertThat(done(fixture)).containsExactlyInAnyOrder(5L, 4L, 15L, 14L, 30L, 2L, 1L, 13L, 12L);
        assertThat(fixture.count(ActionState.WAITING)).isEqualTo(1);
    }

    @Test
    void leadsWithoutAnOwnerGoToWhoeverHasRoom() {
        ActionFixture fixture =
                new ActionFixture(SampleMoves.capacity(3, settings(rule("assign", HIGH, ASSIGN, task()))));
        fixture.record(run(fixture.portal), fixture.highs(1, 40));

        fixture.act();

        assertThat(fixture.hubSpot.ownerOfContact.values().stream()
                        .collect(Collectors.groupingBy(owner -> owner, Collectors.counting())))
                .isEqualTo(Map.of(1L, 3L, 2L, 3L, 3L, 3L, 4L, 3L, 5L, 3L));
        assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(15);
        assertThat(fixture.count(ActionKind.TASK, ActionState.WAITING)).isEqualTo(25);
    }

    @Test
    void theLastMoveDecidesWhichListALeadIsOn() {
        ActionFixture fixture = new ActionFixture(settings(rule(
                "lists", SampleMoves.ANY, new Step.Nurture(Map.of(Priority.HIGH, "Hot", Priority.MEDIUM, "Warm")))));
        fixture.score(1, 60, 85);
        fixture.score(1, 85, 60);

        fixture.act();

        assertThat(fixture.hubSpot.listOfContact).isEqualTo(Map.of(1L, "Warm"));
        assertThat(fixture.count(ActionKind.LIST, ActionState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void whatItsRuleSaysNoMoreIsCancelled() {
        ActionFixture fixture = new ActionFixture(settings(rule("tasks", HIGH, task())));
        fixture.record(run(fixture.portal), fixture.highs(1, 2));
        fixture.change(settings -> settings.withRules(List.of(rule("tasks", HIGH, new Step.Note()))));

        ActReport report = fixture.act();

        assertThat(fixture.count(ActionKind.TASK, ActionState.CANCELLED)).isEqualTo(2);
        assertThat(report.counts()).isEqualTo(Map.of("actions cancelled, rule gone", 2L));
    }

    @Test
    void digestsGoOutAtTheirTime() {
        ActionFixture fixture = new ActionFixture(settings(rule("mails", HIGH, new Step.Mail(null, true))));
        fixture.record(run(fixture.portal), fixture.highs(1, 2));

        fixture.act();
        assertThat(fixture.hubSpot.made(ActionKind.MAIL)).isZero();
        fixture.clock.advance(Duration.ofHours(22));
        fixture.act();

        assertThat(fixture.hubSpot.made(ActionKind.MAIL)).isEqualTo(2);
    }

    private static ActionFixture faulty(FakeHubSpot.Fault first, ActionSettings settings) {
        List<FakeHubSpot.Fault> faults = new ArrayList<>(List.of(first));
        return new ActionFixture(settings, () -> faults.isEmpty() ? FakeHubSpot.Fault.NONE : faults.remove(0));
    }

    private static List<Long> done(ActionFixture fixture) {
        return fixture.all().stream()
                .filter(entry -> entry.state() == ActionState.DONE)
                .map(ActionEntry::contactId)
                .toList();
    }

    private static ActionSettings withOwners(ActionSettings settings, List<Assignee> owners) {
        return new ActionSettings(
                settings.margin(),
                settings.enterMargin(),
                settings.massShare(),
                settings.bulkAbove(),
                settings.highPerOwnerAndDay(),
                settings.workingHours(),
                settings.timeBudget(),
                settings.lookAfter(),
                owners,
                settings.notifying(),
                settings.rules());
    }
}
