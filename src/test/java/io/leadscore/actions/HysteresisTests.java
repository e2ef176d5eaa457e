package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Thresholds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HysteresisTests {

    private static final Thresholds THRESHOLDS = new Thresholds(80, 50);
    private final Hysteresis hysteresis = new Hysteresis(5, 0);

    @ParameterizedTest
    @CsvSource({
        // Upwards at the threshold, downwards 5 points below it.
        "MEDIUM, 79, MEDIUM",
        "MEDIUM, 80, HIGH",
        "HIGH, 79, HIGH",
        "HIGH, 76, HIGH",
        "HIGH, 75, MEDIUM",
        "LOW, 49, LOW",
        "LOW, 50, MEDIUM",
        "MEDIUM, 46, MEDIUM",
        "MEDIUM, 45, LOW",
        // Across both at once: whoever was High was above the lower threshold too.
        "LOW, 80, HIGH",
        "HIGH, 46, MEDIUM",
        "HIGH, 45, LOW",
        "HIGH, 0, LOW",
    })
    void passesThresholdsWithAMargin(Priority from, int points, Priority to) {
        assertThat(hysteresis.priority(from, points, THRESHOLDS)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"80, HIGH", "79, MEDIUM", "50, MEDIUM", "49, LOW"})
    void takesTheFirstScoreAsItIs(int points, Priority to) {
        assertThat(hysteresis.priority(null, points, THRESHOLDS)).isEqualTo(to);
    }

    @Test
    void movesOnceHoweverOftenAScoreWavers() {
        assertThat(moves(81, 79, 81, 79, 81, 79, 81, 76, 81, 79)).containsExactly(Priority.HIGH);
    }

    @Test
    void isArmedAgainBelowTheMargin() {
        assertThat(moves(81, 75, 81)).containsExactly(Priority.HIGH, Priority.MEDIUM, Priority.HIGH);
    }

    @Test
    void canAskForMoreToComeIn() {
        Hysteresis strict = new Hysteresis(5, 3);

        assertThat(strict.priority(Priority.MEDIUM, 82, THRESHOLDS)).isEqualTo(Priority.MEDIUM);
        assertThat(strict.priority(Priority.MEDIUM, 83, THRESHOLDS)).isEqualTo(Priority.HIGH);
        assertThat(strict.priority(Priority.HIGH, 81, THRESHOLDS)).isEqualTo(Priority.HIGH);
        assertThat(strict.priority(Priority.MEDIUM, 100, new Thresholds(99, 50)))
                .isEqualTo(Priority.HIGH);
    }

    @Test
    void withoutAMarginTheScoreAloneDecides() {
        Hysteresis none = new Hysteresis(0, 0);
        for (Priority from : Priority.values()) {
            for (int points = 0; points <= 100; points++) {
                assertThat(none.priority(from, points, THRESHOLDS)).isEqualTo(THRESHOLDS.priority(points));
            }
        }
    }

    @Test
    void aThresholdBelowTheMarginIsStillLeftAtNothing() {
        assertThat(hysteresis.priority(Priority.MEDIUM, 0, new Thresholds(80, 3)))
                .isEqualTo(Priority.LOW);
    }

    @Test
    void holdsBackTheActionThatFollowsFromTheMarginAlone() {
        // High for our purposes, while 79 points say Medium: no follow-up turns into nurture and back.
        assertThat(hysteresis.action(NextBestAction.FOLLOW_UP, Priority.HIGH, Priority.MEDIUM, NextBestAction.NURTURE))
                .isEqualTo(NextBestAction.FOLLOW_UP);
        assertThat(hysteresis.action(NextBestAction.FOLLOW_UP, Priority.HIGH, Priority.MEDIUM, NextBestAction.CLOSE))
                .isEqualTo(NextBestAction.CLOSE);
        assertThat(hysteresis.action(
                        NextBestAction.FOLLOW_UP, Priority.MEDIUM, Priority.MEDIUM, NextBestAction.NURTURE))
                .isEqualTo(NextBestAction.NURTURE);
        // Not High yet for our purposes, though 81 points say so.
        assertThat(hysteresis.action(NextBestAction.NURTURE, Priority.MEDIUM, Priority.HIGH, NextBestAction.FOLLOW_UP))
                .isEqualTo(NextBestAction.NURTURE);
        assertThat(hysteresis.action(null, Priority.MEDIUM, Priority.HIGH, NextBestAction.FOLLOW_UP))
                .isEqualTo(NextBestAction.FOLLOW_UP);
    }

    private List<Priority> moves(int... scores) {
        List<Priority> moves = new ArrayList<>();
        Priority stands = Priority.MEDIUM;
        for (int points : scores) {
            Priority now = hysteresis.priority(stands, points, THRESHOLDS);
            if (now != stands) {
                moves.add(now);
            }
            stands = now;
        }
        return moves;
    }
}
