package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.WeightSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsPromoteCommandFunctionalTests extends ModelsLedger {

    ModelsPromoteCommandFunctionalTests(@TempDir Path folder) {
        super(folder);
    }

    @BeforeEach
    void setUp() throws IOException {
        fillLedger();
    }

    @Test
    void comesBackToTheSameExplanationsToTheBit() {
        List<Score> before = scores();

        assertThat(run("models", "promote", "2", "--reason", "Sales asked for it."))
                .isZero();
        assertThat(out.toString()).contains("Weight set 2 (1.0-w2) is live instead of 1 (1.0-w1).", "next delta run");
        assertThat(scores()).isNotEqualTo(before);

        assertThat(run("models", "rollback")).isZero();
        assertThat(out.toString()).contains("Weight set 1 (1.0-w1) is live instead of 2 (1.0-w2).");
        assertThat(scores()).isEqualTo(before);

        run("models", "show", "1");
        assertThat(out.toString()).contains("rolled back to", "No reason was given.", OperatingSystemUser.name());
        run("models", "show", "2");
        assertThat(out.toString()).contains("promoted", "Sales asked for it.");
    }

    @Test
    void refusesWhatTheDeltaJobWouldUndo() {
        assertThat(run("models", "promote", "5")).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("another scoring profile", "replace it at once");
        assertThat(err.toString()).contains("models profile 5 > ");

        assertThat(run("models", "promote", "6")).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "model version 0.9, but LEAD_SCORE_MODEL_VERSION is 1.0",
                        "Set LEAD_SCORE_MODEL_VERSION to 0.9");
        assertThat(live().id()).isEqualTo(1);
    }

    @Test
    void itsAdvicePutsTheProfileInPlace() throws IOException {
        run("models", "promote", "5");
        List<String> advice = List.of(err.toString().lines().toList().get(1).split(" > "));
        Path file = Path.of(advice.get(1));
        String[] command = advice.get(0)
                .substring(advice.get(0).indexOf("scripts/leadscore ") + "scripts/leadscore ".length())
                .split(" ");

        // As a shell does: the file is empty before the command begins.
        Files.writeString(file, "");
        assertThat(run(command)).isZero();
        Files.writeString(file, out.toString());

        assertThat(run("models", "promote", "5")).as(err.toString()).isZero();
        assertThat(live().id()).isEqualTo(5);
    }

    @Test
    void saysWhenTheAiOfTodayIsAskedOtherwise() throws IOException {
        environment.put("OPENAI_API_KEY", "any");
        environment.put("OPENAI_MODEL", "gpt-4.1-mini");

        assertThat(run("models", "promote", "2")).isZero();

        assertThat(out.toString())
                .contains("It was made without an AI, and today gpt-4.1-mini is asked.")
                .contains("makes another weight set of it, with the same weights and the AI of today");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(run("models", "promote", "9")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no weight set 9 of account 4711.");
        assertThat(run("models", "show", "9")).isEqualTo(1);
        assertThat(run("models", "promote", "1")).isEqualTo(1);
        assertThat(err.toString()).startsWith("Weight set 1 is live already.");
        assertThat(run("models", "rollback", "2")).isEqualTo(1);
        assertThat(err.toString()).startsWith("Weight set 2 was never live.");
        assertThat(run("models", "rollback")).isEqualTo(1);
        assertThat(err.toString()).startsWith("No weight set was live before the one that is.");
        assertThat(run("models", "promote", "2", "--reason", "x".repeat(501))).isEqualTo(64);
        assertThat(live().id()).isEqualTo(1);
    }

    @Test
    void waitsForTheWeeklyJobToEnd() {
        inLedger(rooms -> rooms.door(RunLeases.class).whileHeld(PORTAL, "weight-recalibration", () -> {}, () -> {
            assertThat(run("models", "promote", "2")).isEqualTo(75);
            assertThat(run("models", "rollback", "1")).isEqualTo(75);
            return true;
        }));

        assertThat(err.toString())
                .contains(
                        "weight-recalibration is in progress",
                        "process " + ProcessHandle.current().pid());
        assertThat(live().id()).isEqualTo(1);
    }

    @Test
    void endsTheShadowThatAPromotionOvertakes() {
        inLedger(rooms -> {
            rooms.door(WeightSets.class)
                    .beginShadow(
                            PORTAL, 3, ModelsFixture.NOW.plus(Duration.ofDays(7)), "weight-recalibration", "Try it.");
            return 3;
        });

        assertThat(run("models", "promote", "2")).isZero();

        assertThat(out.toString()).contains("Weight set 3 does not score in the shadow any more.");
    }

    private WeightSet live() {
        return Objects.requireNonNull(inLedger(
                rooms -> Objects.requireNonNull(rooms.door(WeightSets.class).live(PORTAL))));
    }

    private List<Score> scores() {
        LeadScorer scorer = new LeadScorer(live());
        List<Long> ids = LongStream.rangeClosed(1, ModelsFixture.LEADS).boxed().toList();
        return inLedger(rooms -> rooms.door(Mirror.class).leads(PORTAL, ids, ModelsFixture.NOW)).stream()
                .map(scorer::score)
                .toList();
    }
}
