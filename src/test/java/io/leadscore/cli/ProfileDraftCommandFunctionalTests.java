package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.sandbox.Seeding;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that is drafted from the history of an account whose buyers are unlike those that the profile expects. */
class ProfileDraftCommandFunctionalTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Path folder;
    private final InstantSource clock = () -> NOW;
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults(clock).withContacts(700).withLimits(Limits.none()), Seeding.SALES);
    private final StringWriter err = new StringWriter();

    ProfileDraftCommandFunctionalTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void draftsWhatHistorySaysAndWritesItWhereNothingIs() throws IOException {
        fillInWhatWasDecided();
        askEverybodyForTheirInterest();
        leaveLearningToTheSchedule();
        assertThat(run("setup").exitCode()).isZero();
        assertThat(run("run", "delta-scoring").exitCode()).isZero();

        Ran dry = run("profile", "draft", "--dry-run");
        assertThat(dry.exitCode()).as(err.toString()).isZero();
        assertThat(dry.out()).isEmpty();
        assertThat(err.toString()).contains(" calls, less than a minute. Nothing of it is kept.");

        Ran drafted = run("profile", "draft");

        assertThat(drafted.exitCode()).as(err.toString()).isZero();
        ScoringProfile profile = ScoringProfileFile.parse("the draft", drafted.out());
        Map<String, Double> industries = profile.idealClient().industries().values();
        assertThat(industries.get("RESTAURANTS")).isGreaterThan(0.5);
        assertThat(industries.get("COMPUTER_SOFTWARE")).isLessThan(0.5);
        assertThat(profile.idealClient().sources().values().get("OFFLINE")).isGreaterThan(0.5);
        assertThat(profile.customSignals().stream().map(CustomSignal::property))
                .contains("product_interest__c")
                .doesNotContain("discount_percent__c");
        assertThat(drafted.out())
                .contains("deal_discount_percent__c is known of ", "# RESTAURANTS: ", "as many are to be High.")
                .doesNotContain("closed_lost_reason");
        assertThat(drafted.out()).matches("\\p{ASCII}*");

        assertThat(run("profile", "draft", "--to", "draft.yml").exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("draft.yml"))).isEqualTo(drafted.out());
        assertThat(run("profile", "draft", "--to", "draft.yml").exitCode()).isEqualTo(64);
        assertThat(err.toString()).contains("draft.yml is there already.");
        assertThat(run("profile", "draft", "--to", "draft.yml", "--force").exitCode())
                .isZero();
        assertThat(run("backtest", "--profile", "draft.yml").exitCode())
                .as(err.toString())
                .isZero();
    }

    /** As people do it: when a deal is won, and not always. */
    private void fillInWhatWasDecided() {
        for (long id : sandbox.crm().ids(RecordType.DEALS)) {
            boolean won =
                    "closedwon".equals(sandbox.crm().get(RecordType.DEALS, id).property("dealstage"));
            if (won && id % 10 < 6) {
                sandbox.crm().update(RecordType.DEALS, id, Map.of("discount_percent__c", "15"));
            }
        }
    }

    /** Seven of ten who bought had said so, and three of ten who did not. */
    private void askEverybodyForTheirInterest() {
        for (long id : sandbox.crm().ids(RecordType.CONTACTS)) {
            boolean bought = sandbox.crm().associated(RecordType.CONTACTS, id, RecordType.DEALS).stream()
                    .anyMatch(deal -> "closedwon"
                            .equals(sandbox.crm().get(RecordType.DEALS, deal).property("dealstage")));
            String interest = id % 10 < (bought ? 7 : 3) ? "AUTOMATION" : "SUPPORT";
            sandbox.crm().update(RecordType.CONTACTS, id, Map.of("product_interest__c", interest));
        }
    }

    private void leaveLearningToTheSchedule() throws IOException {
        Path file = folder.resolve("data/jobs/weight-recalibration.yml");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "after-first-sync: false\n");
    }

    private record Ran(int exitCode, String out) {}

    private Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        Surroundings surroundings = SandboxSurroundings.of(
                folder, sandbox, out, err, clock, "HUBSPOT_SEARCH_LIMIT", "200", "HUBSPOT_BURST_LIMIT", "4000");
        return new Ran(CommandLineInterface.run(arguments, surroundings), out.toString());
    }
}
