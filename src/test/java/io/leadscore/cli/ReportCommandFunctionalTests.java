package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report as it is printed, of a ledger whose history is known. */
class ReportCommandFunctionalTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path home;

    ReportCommandFunctionalTests(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void comparesTheTreatedWithTheHeldOutAndTheTimeSinceWithTheTimeBefore() {
        try (KnownHistory history = KnownHistory.in(home)) {
            history.holdOut(0.5);
            history.createdBefore(1_000, 100, Duration.ofDays(40));
            history.createdSince(1_000, 60, Duration.ofDays(50));
            history.highHeldOut(400, 40, Duration.ofDays(30));
            history.highTreated(400, 80, Duration.ofDays(15));
            history.highLately(7);
        }

        JsonNode report = json();

        JsonNode trial = report.get("trial");
        assertThat(trial.get("share").asDouble()).isEqualTo(0.5);
        assertThat(trial.at("/treated/closeRate/leads").asLong()).isEqualTo(400);
        assertThat(trial.at("/treated/closeRate/percent").asDouble()).isEqualTo(20.0);
        assertThat(trial.at("/heldOut/closeRate/won").asLong()).isEqualTo(40);
        assertThat(trial.at("/heldOut/timeToClose/medianDays").asDouble()).isEqualTo(30.0);
        assertThat(trial.at("/treated/pending").asLong()
                        + trial.at("/heldOut/pending").asLong())
                .isEqualTo(7);
        assertThat(trial.at("/closeRate/verdict").asString()).isEqualTo("MET");
        assertThat(Math.round(trial.at("/closeRate/change/percent").asDouble())).isEqualTo(100);
        assertThat(trial.at("/timeToClose/verdict").asString()).isEqualTo("MET");
        JsonNode beforeAfter = report.get("beforeAfter");
        assertThat(beforeAfter.at("/before/leads/closeRate/won").asLong()).isEqualTo(100);
        assertThat(beforeAfter.at("/before/leads/closeRate/leads").asLong()).isEqualTo(1_000);
        assertThat(beforeAfter.at("/after/leads/closeRate/won").asLong()).isEqualTo(60);
        assertThat(beforeAfter.at("/after/leads/closeRate/leads").asLong()).isEqualTo(1_000);
        assertThat(beforeAfter.at("/closeRate/verdict").asString()).isEqualTo("NOT_MET");
        assertThat(beforeAfter.at("/timeToClose/verdict").asString()).isEqualTo("NOT_MET");
        assertThat(report.at("/scores/priorities/HIGH").asLong()).isEqualTo(807);
    }

    @Test
    void printsItForPeople() {
        try (KnownHistory history = KnownHistory.in(home)) {
            history.holdOut(0.5);
            history.createdBefore(1_000, 100, Duration.ofDays(40));
            history.createdSince(1_000, 60, Duration.ofDays(50));
            history.highHeldOut(40, 4, Duration.ofDays(30));
            history.highTreated(40, 8, Duration.ofDays(15));
        }

        assertThat(run("report")).isZero();

        assertThat(out.toString())
                .contains(
                        "High         80  100.0 %",
                        "80 to 89      80  100.0 %  ########################################",
                        "80 of 80 leads (100.0 %) have no learnt close probability, only the base rate.",
                        "acted on     40    8  20.0 %  10.5 to 34.8 %           15.0  15.0 to 15.0          0",
                        "held out     40    4  10.0 %  4.0 to 23.1 %            30.0  -                     0",
                        "Since 2026-01-15 50.0 % of the contacts are held out.",
                        "Lead-to-close rate: goal +20 %: not enough data to tell; at least 2 more won leads are needed in"
                                + " the smaller group, the other growing alike.",
                        "before  1,000  100  10.0 %  8.3 to 12.0 %           40.0  40.0 to 40.0          0",
                        "since   1,000   60   6.0 %  4.7 to 7.6 %            50.0  50.0 to 50.0          0",
                        "Created 2025-04-20 to 2025-10-17, and 2026-01-15 to 2026-07-14; scored since 2026-01-15.",
                        "Time to close: +25.0 % (95 %: +25.0 to +25.0 %); goal -30 %: not met.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhatIsMissingWhenThereIsNothing() {
        assertThat(run("report")).isZero();

        assertThat(out.toString())
                .contains(
                        "No lead has a score yet; scripts/leadscore run delta-scoring scores them.",
                        "Nobody is held out so far",
                        "No lead is scored yet.");
    }

    @Test
    void tellsWhenTheFirstLeadsWillHaveHadTheirTime() {
        try (KnownHistory history = KnownHistory.scoredSince(home, Duration.ofDays(30))) {
            history.createdBefore(1_000, 100, Duration.ofDays(40));
        }

        assertThat(run("report")).isZero();

        assertThat(out.toString())
                .contains("Scored since 2026-09-12; the first leads created since have had 90 days on 2026-12-11,");
        assertThat(json().at("/beforeAfter/after").isNull()).isTrue();
    }

    @Test
    void refusesAWrongKpiFile() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(home.resolve("jobs/kpi.yml"), "holdout-share: 2\n");

        assertThat(run("report")).isEqualTo(78);
        assertThat(err.toString()).contains("holdout-share is 2.0, but must be from 0 up to, but not, 1.");
    }

    private JsonNode json() {
        out.getBuffer().setLength(0);
        assertThat(run("report", "--json")).isZero();
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                TestDatabases.environment(
                        home,
                        "LEAD_SCORE_HOME",
                        home.toString(),
                        "HUBSPOT_PORTAL_ID",
                        String.valueOf(KnownHistory.PORTAL)),
                home,
                null,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                () -> KnownHistory.NOW);
        return CommandLineInterface.run(arguments, surroundings);
    }
}
