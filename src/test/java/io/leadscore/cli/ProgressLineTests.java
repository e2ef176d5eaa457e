package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

    private final StringWriter text = new StringWriter();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void printsALineEveryFewSecondsWhenNobodyWatches() {
        try (ProgressLine progress = new ProgressLine(new PrintWriter(text), false, now::get)) {
            progress.update("score", 100, 2_000);
            pass(1);
            progress.update("score", 200, 2_000);
            pass(4);
            progress.update("score", 1_000, 2_000);
        }

        assertThat(text.toString().lines())
                .containsExactly("score  100 of 2,000 (5 %)", "score  1,000 of 2,000 (50 %)");
    }

    @Test
    void writesOverOneLineForAPersonAndLeavesNothingBehind() {
        try (ProgressLine progress = new ProgressLine(new PrintWriter(text), true, now::get)) {
            progress.update("pull-contacts", 1_000, -1);
            pass(1);
            progress.update("score", 7, 7);
        }

        assertThat(text.toString())
                .isEqualTo("\rpull-contacts  1,000" + "\rscore  7 of 7 (100 %)" + "\r" + " ".repeat(21) + "\r");
    }

    @Test
    void tellsANewStepAtOnce() {
        try (ProgressLine progress = new ProgressLine(new PrintWriter(text), false, now::get)) {
            progress.update("pull-contacts", 200, -1);
            progress.update("pull-deals", 200, -1);
        }

        assertThat(text.toString().lines()).containsExactly("pull-contacts  200", "pull-deals  200");
    }

    private void pass(int seconds) {
        now.updateAndGet(instant -> instant.plusSeconds(seconds));
    }
}
