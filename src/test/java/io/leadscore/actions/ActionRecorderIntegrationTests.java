package io.leadscore.actions;

import static io.leadscore.actions.SampleMoves.change;
import static io.leadscore.actions.SampleMoves.coolingDown;
import static io.leadscore.actions.SampleMoves.owned;
import static io.leadscore.actions.SampleMoves.rule;
import static io.leadscore.actions.SampleMoves.run;
import static io.leadscore.actions.SampleMoves.settings;
import static io.leadscore.actions.SampleMoves.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Cause;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionRecorderIntegrationTests {

    private static final Conditions HIGH = Conditions.entering(Priority.HIGH);
    private final ActionRule tasks = rule("tasks", HIGH, task());
    private final ActionFixture fixture = new ActionFixture(settings(tasks));

    @Test
    void setsOffWhatARuleSaysWhenALeadBecomesHigh() {
        Map<String, Long> counts = fixture.score(100, 60, 85);

        assertThat(counts).isEqualTo(Map.of("actions queued", 1L));
        assertThat(fixture.all()).singleElement().satisfies(entry -> {
            assertThat(entry.contactId()).isEqualTo(100);
            assertThat(entry.rule()).isEqualTo("tasks");
            assertThat(entry.state()).isEqualTo(ActionState.PENDING);
            assertThat(entry.points()).isEqualTo(85);
        });
        assertThat(fixture.doors
                        .outbox()
                        .due(fixture.portal, ActionKind.TASK, fixture.clock.instant(), 10, false, Set.of())
                        .get(0)
                        .crossing()
                        .reasons())
                .containsExactly("+ 85.0 of 100.0 points: attended 2 meetings, last on 2026-11-20");
    }

    @Test
    void aScoreThatIsWrittenSetsOffNothing() {
        fixture.score(100, 85, 85);
        fixture.score(100, 85, 90);
        fixture.score(100, 60, 60);

        assertThat(fixture.all()).isEmpty();
    }

    @Test
    void setsOffOneThingWhenALeadFlapsTenTimesInAnHour() {
        fixture.change(settings -> settings.withRules(List.of(
                coolingDown(Duration.ZERO, tasks),
                coolingDown(
                        Duration.ZERO,
                        rule(
                                "follow up",
                                new Conditions(Set.of(), Set.of(), NextBestAction.FOLLOW_UP, null, false),
                                task())))));
        fixture.score(100, 79, 79);
        int before = 79;
        for (int flap = 0; flap < 10; flap++) {
            int points = flap % 2 == 0 ? 81 : 79;
            fixture.score(100, before, points);
            fixture.clock.advance(Duration.ofMinutes(6));
            before = points;
        }

        assertThat(fixture.all()).hasSize(2).extracting(entry -> entry.rule()).containsOnlyOnce("tasks", "follow up");
    }

    @Test
    void isArmedAgainOnceTheLeadWasFarEnoughBelowAndTheRuleHasRested() {
        fixture.score(100, 60, 81);
        fixture.score(100, 81, 75);
        Map<String, Long> soon = fixture.score(100, 75, 81);
        fixture.score(100, 81, 75);
        fixture.clock.advance(Duration.ofDays(7));
        fixture.score(100, 75, 81);

        assertThat(soon).isEqualTo(Map.of("actions left out, cooling down", 1L));
        assertThat(fixture.all()).hasSize(2);
    }

    @Test
    void aFirstSyncSetsOffNothingUnlessTold() {
        ScoringRun first =
                new ScoringRun(fixture.portal, 1, SampleMoves.MONDAY, 1, SampleMoves.THRESHOLDS, true, 3, false);
        ScoringRun told =
                new ScoringRun(fixture.portal, 1, SampleMoves.MONDAY, 1, SampleMoves.THRESHOLDS, true, 3, true);

        assertThat(fixture.record(first, change(1, null, 85, Cause.NEW)))
                .isEqualTo(Map.of("moves that set nothing off", 1L));
        assertThat(fixture.record(told, change(2, null, 85, Cause.NEW))).isEqualTo(Map.of("actions queued", 1L));
        assertThat(fixture.score(1, 85, 86)).as("High already").isEmpty();
    }

    @Test
    void aBulkImportSetsOffNothingAndASingleNewLeadDoes() {
        fixture.record(run(fixture.portal).withNewLeads(200), change(1, null, 85, Cause.NEW));
        assertThat(fixture.all()).hasSize(1);

        fixture.record(
                run(fixture.portal).withNewLeads(201),
                change(2, null, 85, Cause.NEW),
                change(3, 60, 85, Cause.ENGAGEMENT));
        assertThat(fixture.all()).extracting(entry -> entry.contactId()).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void aRestartKnowsHowManyLeadsWereNewWhenTheRunBegan() {
        ScoringRun begun = fixture.recorder().begin(run(fixture.portal).withNewLeads(250));
        ScoringRun restarted = fixture.recorder().begin(run(fixture.portal).withNewLeads(150));
        ScoringRun next = fixture.recorder()
                .begin(new ScoringRun(
                        fixture.portal,
                        8,
                        SampleMoves.MONDAY.plusSeconds(300),
                        1,
                        SampleMoves.THRESHOLDS,
                        false,
                        1,
                        false));

        assertThat(begun.newLeads()).isEqualTo(250);
        assertThat(restarted.newLeads()).isEqualTo(250);
        assertThat(next.newLeads()).isEqualTo(1);
    }

    @Test
    void otherWeightsMoveAShareOfAllLeadsAtMostTheBestFirst() {
        List<ScoreChange> low = new ArrayList<>();
        List<ScoreChange> recalibrated = new ArrayList<>();
        for (long id = 1; id <= 150; id++) {
            low.add(change(id, 60, 60));
            // The best are neither the first nor the last.
            recalibrated.add(change(id, 60, id > 120 && id < 124 ? 95 : 80 + (int) (id % 10), Cause.WEIGHTS));
        }
        fixture.record(run(fixture.portal), low);

        // 2 % of 150 leads are 3, over however many chunks.
        fixture.record(run(fixture.portal), recalibrated.subList(0, 100));
        fixture.record(run(fixture.portal), recalibrated.subList(100, 150));
        ActReport report = fixture.act();

        assertThat(queued()).containsExactlyInAnyOrder(121L, 122L, 123L);
        assertThat(fixture.count(ActionState.CANCELLED)).isEqualTo(147);
        assertThat(report.counts())
                .containsEntry("actions queued", 3L)
                .containsEntry("moves that set nothing off", 147L);

        // Who was passed over may set it off with news.
        fixture.score(1, 81, 60);
        fixture.score(1, 60, 85);
        assertThat(queued()).contains(1L);

        // The next weight set has a share of its own; a lead with news is not one of the mass.
        ScoringRun other =
                new ScoringRun(fixture.portal, 9, SampleMoves.MONDAY, 2, SampleMoves.THRESHOLDS, false, 0, false);
        fixture.record(other, change(200, 60, 85, Cause.WEIGHTS));
        fixture.score(201, 60, 85, Cause.WEIGHTS, Cause.DEAL);
        fixture.act();
        assertThat(queued()).containsExactlyInAnyOrder(121L, 122L, 123L, 1L, 200L, 201L);
    }

    private List<Long> queued() {
        return fixture.all().stream()
                .filter(entry -> entry.state() != ActionState.CANCELLED && entry.state() != ActionState.HELD)
                .map(ActionEntry::contactId)
                .toList();
    }

    @Test
    void whoMovesInSilenceIsStillPutOnTheListWhereItBelongs() {
        ActionFixture lists = new ActionFixture(settings(
                rule("tasks", Conditions.entering(Priority.HIGH), task()),
                rule(
                        "lists",
                        SampleMoves.ANY,
                        new Step.Nurture(Map.of(Priority.HIGH, "Hot", Priority.MEDIUM, "Warm")),
                        new Step.Note())));
        ScoringRun first =
                new ScoringRun(lists.portal, 1, SampleMoves.MONDAY, 1, SampleMoves.THRESHOLDS, true, 3, false);

        lists.record(first, change(1, null, 85, Cause.NEW), change(2, null, 60, Cause.NEW));
        lists.record(run(lists.portal).withNewLeads(201), change(3, null, 90, Cause.NEW));
        lists.record(run(lists.portal), change(2, 60, 85, Cause.WEIGHTS));
        lists.act();

        assertThat(lists.hubSpot.listOfContact).isEqualTo(Map.of(1L, "Hot", 2L, "Hot", 3L, "Hot"));
        assertThat(lists.hubSpot.made(ActionKind.TASK)).isZero();
        assertThat(lists.hubSpot.made(ActionKind.NOTE)).isZero();

        // The rule did not fire: it is free to.
        lists.score(1, 85, 60);
        lists.act();
        assertThat(lists.hubSpot.made(ActionKind.NOTE)).isEqualTo(1);
        assertThat(lists.hubSpot.listOfContact).containsEntry(1L, "Warm");
    }

    @Test
    void whoIsHeldOutIsOnNoListInSilenceEither() {
        ActionFixture lists = new ActionFixture(
                settings(rule("lists", SampleMoves.ANY, new Step.Nurture(Map.of(Priority.HIGH, "Hot")))));
        lists.holdOut(0.5);
        ScoringRun first =
                new ScoringRun(lists.portal, 1, SampleMoves.MONDAY, 1, SampleMoves.THRESHOLDS, true, 3, false);
        List<ScoreChange> all = new ArrayList<>();
        for (long id = 1; id <= 100; id++) {
            all.add(change(id, null, 85, Cause.NEW));
        }

        lists.record(first, all);
        lists.act();

        assertThat(lists.hubSpot.listOfContact).hasSizeBetween(20, 80);
    }

    @Test
    void leavesTheHoldoutAlone() {
        fixture.holdOut(0.5);

        Map<String, Long> counts = fixture.record(run(fixture.portal), fixture.highs(1, 200));

        long heldOut = counts.getOrDefault("actions held out", 0L);
        assertThat(heldOut).isBetween(60L, 140L);
        assertThat(fixture.all()).hasSize((int) (200 - heldOut));
    }

    @Test
    void seesANextBestActionThatBegins() {
        fixture.change(settings -> settings.withRules(
                List.of(rule("close", new Conditions(Set.of(), Set.of(), NextBestAction.CLOSE, null, false), task()))));
        fixture.score(100, 60, 60);

        ScoreChange closing = new ScoreChange(
                60, SampleMoves.score(100, 60, NextBestAction.CLOSE), Set.of(Cause.DEAL), null, null, null, null);
        fixture.record(run(fixture.portal), closing);
        fixture.record(run(fixture.portal), closing);

        assertThat(fixture.all()).hasSize(1);
    }

    @Test
    void seesAPriorityThatIsLeft() {
        fixture.change(settings -> settings.withRules(
                List.of(rule("cold", new Conditions(Set.of(), Set.of(Priority.HIGH), null, null, false), task()))));
        fixture.score(100, 60, 85);
        fixture.score(100, 85, 77);
        assertThat(fixture.all()).isEmpty();

        fixture.score(100, 77, 74);

        assertThat(fixture.all()).hasSize(1);
    }

    @Test
    void assignsOnlyWhoHasNoOwnerAndNotesOnceADay() {
        fixture.change(settings -> settings.withRules(List.of(
                coolingDown(
                        Duration.ZERO,
                        rule("one", SampleMoves.ANY, new Step.Assign(Step.Policy.ROUND_ROBIN), new Step.Note())),
                rule("two", HIGH, new Step.Assign(Step.Policy.LOAD), new Step.Note()))));

        fixture.record(run(fixture.portal), owned(change(1, 60, 85), 9), change(2, 60, 85));
        assertThat(fixture.count(ActionKind.ASSIGN, ActionState.PENDING)).isEqualTo(1);
        assertThat(fixture.count(ActionKind.NOTE, ActionState.PENDING)).isEqualTo(2);

        fixture.score(2, 85, 60);
        assertThat(fixture.count(ActionKind.NOTE, ActionState.PENDING)).isEqualTo(2);
        fixture.clock.advance(Duration.ofDays(1));
        fixture.score(2, 60, 85);
        assertThat(fixture.count(ActionKind.NOTE, ActionState.PENDING)).isEqualTo(3);
    }

    @Test
    void listsFollowEveryMoveWhileTheirRuleRestsAndNeverWaitInLine() {
        ActionRule lists =
                rule("lists", SampleMoves.ANY, new Step.Nurture(Map.of(Priority.HIGH, "Hot", Priority.MEDIUM, "Warm")));
        fixture.change(settings -> SampleMoves.capacity(1, settings.withRules(List.of(tasks, lists))));

        fixture.score(100, 60, 85);
        fixture.score(100, 85, 60);

        assertThat(fixture.count(ActionKind.LIST, ActionState.PENDING)).isEqualTo(2);
        assertThat(fixture.count(ActionKind.TASK, ActionState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void whoLeavesTheLineIsSeenAgainWhenHighAgain() {
        fixture.change(settings -> SampleMoves.capacity(1, settings));
        assertThat(fixture.score(100, 60, 85)).containsEntry("actions in line", 1L);
        fixture.score(100, 85, 60);

        fixture.score(100, 60, 85);

        assertThat(fixture.count(ActionKind.TASK, ActionState.CANCELLED)).isEqualTo(1);
        assertThat(fixture.count(ActionKind.TASK, ActionState.WAITING)).isEqualTo(1);
    }

    @Test
    void remembersWhereLeadsStandWhileThereIsNoRule() {
        fixture.change(settings -> settings.withRules(List.of()));
        fixture.score(100, 60, 85);

        fixture.change(settings -> settings.withRules(List.of(tasks)));
        fixture.score(100, 85, 86);

        assertThat(fixture.all()).as("High before there was a rule").isEmpty();
    }

    @Test
    void tellsWhatTheRulesMeanForTheLeadsAsTheyStand() {
        fixture.doors.mirror().upsert(fixture.portal, List.of());
        assertThat(fixture.plan().rules(fixture.portal, 5)).singleElement().satisfies(plan -> {
            assertThat(plan.rule()).isEqualTo("tasks");
            assertThat(plan.leads().values()).containsOnly(0L);
        });
        assertThat(fixture.plan().lead(fixture.portal, 100)).isEmpty();
    }
}
