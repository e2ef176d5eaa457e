package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.Settlement;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlingTests {

    private static final Instant NOW = SampleMoves.MONDAY;
    private static final Outcome RETRYABLE = new Outcome.Refused("CONFLICT", "It was changed meanwhile.", true);

    @Test
    void triesThreeTimesWithLongerAndLongerRests() {
        Settlement first = Settling.of(action(ActionKind.LIST, 0, null), RETRYABLE, NOW);
        Settlement second = Settling.of(action(ActionKind.LIST, 1, NOW), RETRYABLE, NOW);
        Settlement third = Settling.of(action(ActionKind.LIST, 2, NOW), RETRYABLE, NOW);

        assertThat(first.state()).isEqualTo(ActionState.PENDING);
        assertThat(first.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(second.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(third.state()).isEqualTo(ActionState.FAILED);
        assertThat(third.attempts()).isEqualTo(3);
        assertThat(third.sentence()).isEqualTo("It was changed meanwhile.");
    }

    @Test
    void givesUpAtOnceWhatCannotGetBetter() {
        Settlement settlement = Settling.of(
                action(ActionKind.LIST, 0, null), new Outcome.Refused("NOT_FOUND", "The list is gone.", false), NOW);

        assertThat(settlement.state()).isEqualTo(ActionState.FAILED);
        assertThat(settlement.code()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "ASSIGN, PENDING",
        "LIST, PENDING",
        "TASK, SENT",
        "NOTE, SENT",
        "ENROL, UNKNOWN",
        "MAIL, UNKNOWN",
        "WEBHOOK, UNKNOWN",
    })
    void repeatsOnlyWhatMayBeRepeatedWhenNoAnswerCame(ActionKind kind, ActionState state) {
        assertThat(Settling.of(action(kind, 0, null), new Outcome.Unanswered(), NOW)
                        .state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"ASSIGN, PENDING", "LIST, PENDING", "ENROL, UNKNOWN", "MAIL, UNKNOWN", "WEBHOOK, UNKNOWN"})
    void settlesWhatAKilledRunLeft(ActionKind kind, ActionState state) {
        Settlement settlement = Settling.orphaned(action(kind, 1, NOW), NOW);

        assertThat(settlement.state()).isEqualTo(state);
        assertThat(settlement.attempts()).as("the kill was not its fault").isEqualTo(1);
    }

    @Test
    void repeatsWhatIsSurelyNotThereAndNothingElse() {
        assertThat(Settling.lookedFor(action(ActionKind.TASK, 1, NOW), "55", NOW)
                        .state())
                .isEqualTo(ActionState.DONE);
        assertThat(Settling.lookedFor(action(ActionKind.TASK, 1, NOW), "55", NOW)
                        .hubspotId())
                .isEqualTo("55");
        assertThat(Settling.lookedFor(action(ActionKind.TASK, 2, NOW), null, NOW)
                        .state())
                .isEqualTo(ActionState.PENDING);
        assertThat(Settling.lookedFor(action(ActionKind.TASK, 3, NOW), null, NOW)
                        .state())
                .isEqualTo(ActionState.FAILED);
    }

    @Test
    void leavesWhatIsBlockedAsItWasAndDueAsLong() {
        Outcome blocked = new Outcome.Blocked("The token lacks a scope.", "Add it.");

        Settlement settlement = Settling.of(action(ActionKind.TASK, 2, NOW), blocked, NOW);

        assertThat(settlement.state()).isEqualTo(ActionState.PENDING);
        assertThat(settlement.attempts()).isEqualTo(2);
        assertThat(settlement.dueAt()).isNull();
        assertThat(settlement.sentence()).isEqualTo("The token lacks a scope.");
    }

    @ParameterizedTest
    @EnumSource
    void countsNothingForWhatPassesByItself(ActionKind kind) {
        Settlement settlement =
                Settling.of(action(kind, 2, NOW), new Outcome.Postponed("The day's limit is reached.", "Wait."), NOW);

        assertThat(settlement.state()).isEqualTo(ActionState.PENDING);
        assertThat(settlement.attempts()).isEqualTo(2);
    }

    private static QueuedAction action(ActionKind kind, int attempts, @Nullable Instant triedAt) {
        Crossing crossing = new Crossing(
                100,
                1,
                NOW,
                7,
                60,
                Priority.MEDIUM,
                85,
                Priority.HIGH,
                NextBestAction.FOLLOW_UP,
                null,
                null,
                null,
                null,
                List.of());
        return new QueuedAction(
                1, crossing, "r", 0, kind, "ls-0", ActionState.SENT, attempts, triedAt, NOW, "claim", null);
    }
}
