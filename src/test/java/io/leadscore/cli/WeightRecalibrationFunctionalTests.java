package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ai.AiConfiguration;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Role;
import io.leadscore.recalibration.RecalibrationConfiguration;
import io.leadscore.recalibration.WeightRecalibration;
import io.leadscore.report.ReportConfiguration;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.sandbox.Seeding;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The weekly job from the command line, on an account that the sandbox seeded. */
class WeightRecalibrationFunctionalTests extends SandboxCommandsFixture {

    WeightRecalibrationFunctionalTests(@TempDir Path folder) {
        super(folder, 700, Seeding.PROPORTIONS);
    }

    @Test
    void needsLeadsThatWereScored() {
        assertThat(run("run", "weight-recalibration").exitCode()).isEqualTo(1);
        assertThat(err.toString()).contains("run delta-scoring");
    }

    @Test
    void followsAFirstSyncThatBroughtDealsEnoughOnceAndAlsoAfterAKillInBetween() throws IOException {
        assertThat(run("setup").exitCode()).isZero();
        assertThat(run("run", "delta-scoring", "--dry-run").out())
                .doesNotContain("The weekly job runs for the first time.");
        Path file = leaveLearningToTheSchedule();
        assertThat(run("run", "delta-scoring").out()).doesNotContain("The weekly job runs for the first time.");
        Files.delete(file);
        now = now.plusSeconds(300);

        Ran next = run("run", "delta-scoring");

        assertThat(next.exitCode()).as(err.toString()).isZero();
        assertThat(next.out())
                .contains(" deals are enough to learn from.", "weight-recalibration: COMPLETED", "Verdict: ");
        assertThat(json(run("models", "--json")).size()).isGreaterThan(1);
        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring").out())
                .doesNotContain("The weekly job runs for the first time.")
                .contains("leads due by new weights", " 700");
    }

    @Test
    void changesNothingAboutHowTheSyncEndedWhenItFails() throws IOException {
        assertThat(run("setup").exitCode()).isZero();
        Path file = leaveLearningToTheSchedule();
        Files.writeString(file, "judged-share: 7\n");

        Ran sync = run("run", "delta-scoring", "--json");

        assertThat(json(sync).at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(err.toString()).contains("judged-share", "The sync itself is done.");
        Files.delete(file);
        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring", "--json").exitCode()).isZero();
        assertThat(err.toString()).contains(" deals are enough to learn from.");
    }

    @Test
    void learnsJudgesAndLeavesTheRescoringToTheDeltaJob() throws IOException {
        leaveLearningToTheSchedule();
        assertThat(run("setup").exitCode()).isZero();
        assertThat(run("run", "delta-scoring").exitCode()).isZero();

        JsonNode dry = json(run("run", "weight-recalibration", "--dry-run", "--json"));

        assertThat(dry.at("/assessment/verdict/decision").asString()).isNotEmpty();
        assertThat(dry.at("/liveId").asLong()).isEqualTo(1);
        assertThat(dry.at("/candidateId").isNull()).isTrue();

        JsonNode kept = json(run("run", "weight-recalibration", "--json"));

        assertThat(kept.at("/assessment").toString())
                .isEqualTo(dry.at("/assessment").toString());
        long live = kept.at("/liveId").asLong();
        assertThat(live).isGreaterThan(1);
        assertThat(kept.at("/assessment/evaluation/models").size()).isEqualTo(4);
        assertThat(kept.at("/assessment/impact/leads").asLong()).isEqualTo(700);

        now = now.plusSeconds(300);
        JsonNode delta = json(run("run", "delta-scoring", "--json"));

        assertThat(delta.at("/report/counts/leads due by new weights").asLong()).isEqualTo(700);
        String contact = sandbox.crm().ids(RecordType.CONTACTS).get(0).toString();
        JsonNode explained = json(run("explain", contact, "--json"));
        assertThat(explained.at("/modelVersion").asString()).isEqualTo("1.0-w" + live);
        assertThat(explained.at("/enoughData").asBoolean()).isTrue();
        assertThat(explained.at("/probabilityLow").asDouble())
                .isLessThanOrEqualTo(explained.at("/closeProbability").asDouble());

        now = now.plusSeconds(300);
        JsonNode idle = json(run("run", "delta-scoring", "--json"));
        assertThat(idle.at("/report/counts/leads written").asLong()).isZero();
    }

    @Test
    void anEditOfTheProfileLosesNothingThatWasLearnt() throws IOException {
        leaveLearningToTheSchedule();
        assertThat(run("setup").exitCode()).isZero();
        assertThat(run("run", "delta-scoring").exitCode()).isZero();
        long live =
                json(run("run", "weight-recalibration", "--json")).at("/liveId").asLong();
        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring").exitCode()).isZero();
        assertThat(isDue()).isFalse();
        String contact = sandbox.crm().ids(RecordType.CONTACTS).get(0).toString();
        JsonNode before = json(run("explain", contact, "--json"));

        Path draft = folder.resolve("draft.yml");
        Files.writeString(
                draft, run("models", "profile", String.valueOf(live)).out().replace("high: 80", "high: 70"));
        Ran tried = run("backtest", "--profile", "draft.yml");
        assertThat(tried.out()).contains("Made from weight set " + live + " after an edit; all that it had learnt");
        putJob("scoring-profile.yml", Files.readString(draft));
        now = now.plusSeconds(300);
        Ran edited = run("run", "delta-scoring");
        JsonNode after = json(run("explain", contact, "--json"));

        assertThat(edited.out()).contains("scoring profile: Made from weight set " + live + " after an edit; all");
        assertThat(after.at("/modelVersion").asString()).isEqualTo("1.0-w" + (live + 1));
        assertThat(after.at("/closeProbability")).isEqualTo(before.at("/closeProbability"));
        assertThat(after.at("/enoughData").asBoolean()).isTrue();
        assertThat(after.at("/points")).isEqualTo(before.at("/points"));
        assertThat(run("models").out()).contains("all that it had learnt is carried over");
        assertThat(isDue()).as("after an edit that lost nothing").isFalse();

        Files.writeString(draft, Files.readString(draft).replace("horizon: 90d", "horizon: 60d"));
        assertThat(run("backtest", "--profile", "draft.yml").out())
                .contains("Not carried over: the close probability: every lead has the base rate until")
                .contains("The weekly job would learn anew as soon as the draft is in place.");
        putJob("scoring-profile.yml", Files.readString(draft));
        now = now.plusSeconds(300);
        assertThat(run("run", "delta-scoring").out())
                .contains("scoring profile: ", "the close probability: every lead");
        assertThat(json(run("explain", contact, "--json")).at("/enoughData").asBoolean())
                .isFalse();
        assertThat(run("models", "show", String.valueOf(live + 2)).out())
                .contains("Made from weight set " + (live + 1) + " after an edit. Not carried over: ");
        assertThat(isDue()).as("after an edit that lost something").isTrue();
        assertThat(run("run", "weight-recalibration", "--dry-run").exitCode()).isZero();
        assertThat(isDue()).as("after trying").isTrue();
        assertThat(run("run", "weight-recalibration").exitCode()).isZero();
        assertThat(isDue()).as("after it learnt anew").isFalse();
    }

    /** Whether the weekly job is due now, minutes after it last ran. */
    private boolean isDue() {
        try (Rooms rooms = Rooms.openToWork(
                surroundings(new StringWriter()).settings(),
                surroundings(new StringWriter()),
                Role.SHORT,
                LedgerConfiguration.class,
                ReportConfiguration.class,
                AiConfiguration.class,
                RecalibrationConfiguration.class)) {
            return rooms.door(WeightRecalibration.class)
                    .isDue(SandboxOptions.defaults(clock).portalId());
        }
    }

    @Test
    void pullsAYoungAccountFirstWhereHistoryIsAskedFor() {
        assertThat(run("setup").exitCode()).isZero();

        Ran ran = run("run", "weight-recalibration", "--history", "12m");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Verdict: ");
        assertThat(err.toString()).contains("the delta job runs first");
    }
}
