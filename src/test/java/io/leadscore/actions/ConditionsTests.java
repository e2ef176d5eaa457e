package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsTests {

    private static final Move TO_HIGH =
            new Move(Priority.MEDIUM, Priority.HIGH, NextBestAction.NURTURE, NextBestAction.FOLLOW_UP, false);
    private static final Move FROM_HIGH =
            new Move(Priority.HIGH, Priority.LOW, NextBestAction.FOLLOW_UP, NextBestAction.NURTURE, true);
    private static final Move NEW_HIGH = new Move(null, Priority.HIGH, null, NextBestAction.FOLLOW_UP, true);
    private static final Move TO_CLOSE =
            new Move(Priority.HIGH, Priority.HIGH, NextBestAction.FOLLOW_UP, NextBestAction.CLOSE, true);

    @Test
    void seesPrioritiesEntered() {
        Conditions high = Conditions.entering(Priority.HIGH);

        assertThat(high.matches(TO_HIGH)).isTrue();
        assertThat(high.matches(NEW_HIGH)).isTrue();
        assertThat(high.matches(FROM_HIGH)).isFalse();
        assertThat(high.matches(TO_CLOSE)).as("was High before").isFalse();
    }

    @Test
    void seesPrioritiesLeft() {
        Conditions left = new Conditions(Set.of(), Set.of(Priority.HIGH), null, null, false);

        assertThat(left.matches(FROM_HIGH)).isTrue();
        assertThat(left.matches(TO_HIGH)).isFalse();
        assertThat(left.matches(NEW_HIGH)).isFalse();
        assertThat(left.matches(TO_CLOSE)).isFalse();
        assertThat(new Conditions(Set.of(Priority.MEDIUM), Set.of(Priority.HIGH), null, null, false).matches(FROM_HIGH))
                .as("left for Low")
                .isFalse();
    }

    @Test
    void seesNextBestActionsThatBegin() {
        Conditions close = new Conditions(Set.of(), Set.of(), NextBestAction.CLOSE, null, false);

        assertThat(close.matches(TO_CLOSE)).isTrue();
        assertThat(close.matches(TO_HIGH)).isFalse();
        assertThat(new Conditions(Set.of(), Set.of(), NextBestAction.FOLLOW_UP, null, false).matches(NEW_HIGH))
                .isTrue();
    }

    @Test
    void asksThatAllHoldAndOneIsNew() {
        Conditions both = new Conditions(Set.of(Priority.HIGH), Set.of(), NextBestAction.CLOSE, null, false);

        assertThat(both.matches(TO_CLOSE)).as("was High, now to close").isTrue();
        assertThat(both.matches(TO_HIGH)).as("High, not to close").isFalse();
    }

    @Test
    void asksWhoOwnsTheLead() {
        Conditions missing = new Conditions(Set.of(Priority.HIGH), Set.of(), null, false, false);

        assertThat(missing.matches(TO_HIGH)).isTrue();
        assertThat(missing.matches(NEW_HIGH)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Conditions(Set.of(), Set.of(), null, true, false));
    }

    @Test
    void leavesTheHoldoutAloneUnlessItIsIncluded() {
        Instant now = SampleMoves.MONDAY;
        ActionRule excluded = SampleMoves.rule("r", Conditions.entering(Priority.HIGH), SampleMoves.task());
        ActionRule included = SampleMoves.rule(
                "r", new Conditions(Set.of(Priority.HIGH), Set.of(), null, null, true), SampleMoves.task());

        assertThat(excluded.verdict(TO_HIGH, null, true, now)).isEqualTo(Verdict.HELD_OUT);
        assertThat(excluded.verdict(TO_HIGH, null, false, now)).isEqualTo(Verdict.FIRES);
        assertThat(excluded.verdict(FROM_HIGH, null, true, now)).isEqualTo(Verdict.NO_MATCH);
        assertThat(included.verdict(TO_HIGH, null, true, now)).isEqualTo(Verdict.FIRES);
    }

    @Test
    void restsUntilTheCoolDownIsOver() {
        Instant now = SampleMoves.MONDAY;
        ActionRule rule = SampleMoves.rule("r", Conditions.entering(Priority.HIGH), SampleMoves.task());

        assertThat(rule.verdict(TO_HIGH, now.minus(Duration.ofDays(7)).plusMillis(1), false, now))
                .isEqualTo(Verdict.COOLING_DOWN);
        assertThat(rule.verdict(TO_HIGH, now.minus(Duration.ofDays(7)), false, now))
                .isEqualTo(Verdict.FIRES);
        assertThat(SampleMoves.coolingDown(Duration.ZERO, rule).verdict(TO_HIGH, now, false, now))
                .isEqualTo(Verdict.FIRES);
    }

    @Test
    void aRuleThatNurturesFollowsEveryMove() {
        Step nurture = new Step.Nurture(Map.of(Priority.HIGH, "Hot"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleMoves.rule("r", Conditions.entering(Priority.HIGH), nurture))
                .withMessageStartingWith("when must say entered: any");
        assertThat(SampleMoves.rule("r", SampleMoves.ANY, nurture).steps()).isEqualTo(List.of(nurture));
    }
}
