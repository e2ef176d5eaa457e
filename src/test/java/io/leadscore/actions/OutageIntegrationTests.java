package io.leadscore.actions;

import static io.leadscore.actions.SampleMoves.rule;
import static io.leadscore.actions.SampleMoves.run;
import static io.leadscore.actions.SampleMoves.settings;
import static io.leadscore.actions.SampleMoves.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.ActionEntry;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever carries out the actions is away: for a minute, for a day, for good. */
class OutageIntegrationTests {

    private static final Conditions HIGH = Conditions.entering(Priority.HIGH);
    private static final Outcome AWAY = new Outcome.Postponed("It is out of service (503).", "Wait.");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource(names = {"ENROL", "MAIL", "WEBHOOK"})
    void ofWhatCannotBeLookedForAnOutageCostsThreeAndOneForEachRunThatTriesAgain(ActionKind kind) {
        boolean[] away = {true};
        ActionFixture fixture = new ActionFixture(
                settings(rule("r", HIGH, step(kind))),
                () -> away[0] ? FakeHubSpot.Fault.LOST_BEFORE : FakeHubSpot.Fault.NONE);
        fixture.record(run(fixture.portal), fixture.highs(1, 60));

        fixture.act();
        assertThat(fixture.count(kind, ActionState.UNKNOWN)).isEqualTo(3);
        assertThat(fixture.count(kind, ActionState.PENDING)).isEqualTo(57);
        fixture.clock.advance(FIVE_MINUTES);
        fixture.act();
        assertThat(fixture.count(kind, ActionState.UNKNOWN)).isEqualTo(4);
        away[0] = false;
        fixture.clock.advance(FIVE_MINUTES);
        fixture.act();

        assertThat(fixture.count(kind, ActionState.UNKNOWN)).isEqualTo(4);
        assertThat(fixture.count(kind, ActionState.DONE)).isEqualTo(56);
        assertThat(fixture.hubSpot.made(kind)).isEqualTo(56);
    }

    @Test
    void aSingleCallWithoutAnAnswerStopsNobody() {
        int[] call = {0};
        ActionFixture fixture = new ActionFixture(
                settings(rule("r", HIGH, new Step.Enrol(42))),
                () -> call[0]++ % 3 < 2 ? FakeHubSpot.Fault.LOST_BEFORE : FakeHubSpot.Fault.NONE);
        fixture.record(run(fixture.portal), fixture.highs(1, 12));

        fixture.act();

        assertThat(fixture.count(ActionState.UNKNOWN)).isEqualTo(8);
        assertThat(fixture.count(ActionState.DONE)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutOffForLongIsGivenUpAndToldWithTheReason(ActionKind kind) {
        ActionFixture fixture = new ActionFixture(settings(rule("r", HIGH, step(kind))));
        fixture.hubSpot.always.put(kind, AWAY);
        fixture.record(run(fixture.portal), fixture.highs(1, 250));

        ActReport last = new ActReport(Map.of(), List.of());
        int runs = 0;
        while (fixture.count(kind, ActionState.PENDING) > 0) {
            last = fixture.act();
            fixture.clock.advance(FIVE_MINUTES);
            assertThat(runs++).as("runs until it is given up").isLessThan(1_200);
        }

        assertThat(fixture.count(kind, ActionState.FAILED)).isEqualTo(250);
        assertThat(fixture.hubSpot.calls.get(kind))
                .as("it is tried less and less often")
                .isLessThanOrEqualTo(kind == ActionKind.ASSIGN || kind == ActionKind.LIST ? 80 : 31);
        assertThat(runs * 5L / 60)
                .isBetween(
                        Breaker.patience(kind).toHours(), Breaker.patience(kind).toHours() + 2);
        String actions = "250 " + Words.of(kind) + " failed: It is out of service (503).";
        assertThat(last.troubles()).extracting(Trouble::sentence).contains(actions);
        assertThat(fixture.hubSpot.told)
                .as("that it fails, and that it is given up")
                .hasSize(2);
        assertThat(fixture.hubSpot.told.get(0)).singleElement().satisfies(trouble -> assertThat(trouble.sentence())
                .contains("do not work since", "It is out of service (503)."));
        assertThat(fixture.hubSpot.told.get(1)).extracting(Trouble::sentence).containsExactly(actions);
    }

    @Test
    void whatWasSetOffSinceIsNotGivenUpWithTheOldOnes() {
        ActionFixture fixture = new ActionFixture(settings(rule("r", HIGH, step(ActionKind.MAIL))));
        fixture.hubSpot.always.put(ActionKind.MAIL, AWAY);
        fixture.record(run(fixture.portal), fixture.highs(1, 5));
        actFor(fixture, Duration.ofHours(23));
        fixture.record(run(fixture.portal), fixture.highs(6, 5));
        actFor(fixture, Duration.ofHours(3));
        assertThat(fixture.count(ActionState.FAILED)).isEqualTo(5);

        fixture.hubSpot.always.clear();
        actFor(fixture, Duration.ofHours(1));

        assertThat(fixture.count(ActionState.DONE)).isEqualTo(5);
    }

    @Test
    void twoFailuresAndAWeekWithoutARunAreNoWeekOfFailing() {
        ActionFixture fixture = new ActionFixture(settings(rule("r", HIGH, step(ActionKind.MAIL))));
        fixture.hubSpot.always.put(ActionKind.MAIL, AWAY);
        fixture.record(run(fixture.portal), fixture.highs(1, 5));
        fixture.act();
        fixture.clock.advance(Duration.ofDays(7));

        fixture.act();

        assertThat(fixture.count(ActionState.PENDING)).isEqualTo(5);
    }

    @Test
    void aKindThatIsForbiddenForADayIsGivenUpAtOnceAndNotByTheHundred() {
        ActionFixture fixture = new ActionFixture(settings(rule("r", HIGH, task(), new Step.Note())));
        fixture.hubSpot.always.put(ActionKind.TASK, new Outcome.Blocked("The token may not write tasks.", "Add it."));
        fixture.record(run(fixture.portal), fixture.highs(1, 250));

        actFor(fixture, Duration.ofHours(23));
        assertThat(fixture.count(ActionState.FAILED)).isZero();
        actFor(fixture, Duration.ofHours(2));

        assertThat(fixture.count(ActionKind.TASK, ActionState.FAILED)).isEqualTo(250);
        assertThat(fixture.count(ActionKind.NOTE, ActionState.DONE)).isEqualTo(250);
        assertThat(fixture.hubSpot.told).hasSize(2);
    }

    @Test
    void whoCanBeGivenNoOwnerForDaysIsLookedAfterWithoutOne() {
        ActionFixture fixture =
                new ActionFixture(settings(rule("r", HIGH, new Step.Assign(Step.Policy.ROUND_ROBIN), task())));
        fixture.hubSpot.ownersReadable = false;
        fixture.record(run(fixture.portal), fixture.highs(1, 5));

        actFor(fixture, Duration.ofHours(71));
        assertThat(fixture.count(ActionState.PENDING)).isEqualTo(10);
        actFor(fixture, Duration.ofHours(3));

        assertThat(fixture.count(ActionKind.ASSIGN, ActionState.FAILED)).isEqualTo(5);
        assertThat(fixture.all().stream().filter(entry -> entry.kind() == ActionKind.ASSIGN))
                .extracting(ActionEntry::sentence)
                .allSatisfy(sentence -> assertThat(sentence).contains("owners could not be read"));
        assertThat(fixture.count(ActionKind.TASK, ActionState.DONE)).isEqualTo(5);
    }

    @Test
    void whatCanNeverBeLookedForIsUnknownInTheEnd() {
        boolean[] away = {false};
        ActionFixture fixture = new ActionFixture(
                settings(rule("r", HIGH, task())),
                () -> away[0] ? FakeHubSpot.Fault.LOST_AFTER : FakeHubSpot.Fault.NONE);
        fixture.record(run(fixture.portal), fixture.highs(1, 5));
        away[0] = true;

        actFor(fixture, Duration.ofHours(26));

        assertThat(fixture.count(ActionKind.TASK, ActionState.UNKNOWN)).isEqualTo(5);
        assertThat(fixture.hubSpot.made(ActionKind.TASK)).isEqualTo(5);
    }

    private static void actFor(ActionFixture fixture, Duration time) {
        for (long minutes = 0; minutes < time.toMinutes(); minutes += 30) {
            fixture.act();
            fixture.clock.advance(Duration.ofMinutes(30));
        }
    }

    private static Step step(ActionKind kind) {
        return Stream.<Step>of(
                        new Step.Assign(Step.Policy.ROUND_ROBIN),
                        new Step.Listed("Call list"),
                        new Step.Enrol(42),
                        task(),
                        new Step.Note(),
                        new Step.Mail(null, false),
                        new Step.Webhook(false))
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
