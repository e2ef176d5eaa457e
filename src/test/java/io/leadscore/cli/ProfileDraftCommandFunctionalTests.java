package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Seeding;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile that is drafted from the history of an account whose buyers are unlike those that the profile expects. */
class ProfileDraftCommandFunctionalTests extends SandboxCommandsFixture {

    ProfileDraftCommandFunctionalTests(@TempDir Path folder) {
        super(folder, 700, Seeding.SALES);
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
}
