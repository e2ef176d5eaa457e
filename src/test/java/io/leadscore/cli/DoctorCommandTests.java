package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.ledger.DiskSpace;
import io.leadscore.ledger.RunReport;
import io.leadscore.scoring.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorCommandTests {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @Test
    void isContentWithARunOfTheLastThreeIntervals() {
        Finding finding = DoctorCommand.freshness(
                List.of(run("FAILED", NOW), run("COMPLETED", NOW.minus(Duration.ofMinutes(15)))), INTERVAL, NOW);

        assertThat(finding.level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void warnsOfAnOlderOne() {
        Finding finding =
                DoctorCommand.freshness(List.of(run("COMPLETED", NOW.minus(Duration.ofMinutes(16)))), INTERVAL, NOW);

        assertThat(finding.level()).isEqualTo(Finding.Level.WARN);
        assertThat(finding.sentence()).endsWith("16 min 0 s ago");
    }

    @Test
    void warnsWhenNoRunCompleted() {
        assertThat(DoctorCommand.freshness(List.of(run("FAILED", NOW)), INTERVAL, NOW)
                        .level())
                .isEqualTo(Finding.Level.WARN);
    }

    @Test
    void proposesTheOutcomeThatTheDataSupports() {
        OutcomeEvidence contacts = new OutcomeEvidence(0, 0, 5_000, 90, 80, 80);

        Finding other = DoctorCommand.outcome(contacts, OutcomeKind.DEAL_WON);

        assertThat(other.level()).isEqualTo(Finding.Level.WARN);
        assertThat(other.advice()).contains("outcome.means: lifecycle-customer");
        assertThat(DoctorCommand.outcome(contacts, OutcomeKind.LIFECYCLE_CUSTOMER)
                        .level())
                .isEqualTo(Finding.Level.OK);
        assertThat(DoctorCommand.outcome(new OutcomeEvidence(0, 0, 0, 0, 0, 0), OutcomeKind.EITHER)
                        .level())
                .isEqualTo(Finding.Level.OK);
    }

    @Test
    void warnsBeforeTheDiskIsFullAndFailsThen() {
        long gigabyte = 1L << 30;

        assertThat(DoctorCommand.disk(new DiskSpace(gigabyte, 0, true)).level()).isEqualTo(Finding.Level.OK);
        assertThat(DoctorCommand.disk(new DiskSpace(gigabyte - 1, 0, true)).level())
                .isEqualTo(Finding.Level.WARN);
        assertThat(DoctorCommand.disk(new DiskSpace(3 * gigabyte, 2 * gigabyte, true))
                        .level())
                .isEqualTo(Finding.Level.WARN);
        Finding full = DoctorCommand.disk(new DiskSpace(0, 0, false));
        assertThat(full.level()).isEqualTo(Finding.Level.FAIL);
        assertThat(full.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void printsALineForEachFindingAndWhatToDo() {
        String text = DoctorCommand.text(List.of(
                Finding.ok("token", "accepted for account 1"),
                Finding.fail("properties", new Failure(ExitCode.FAILED, "One is missing.", "Create it."))));

        assertThat(text).isEqualTo("""
                ok    token: accepted for account 1
                fail  properties: One is missing.
                      Create it.
                """);
    }

    @Test
    void exitsWithTheFirstFailure() {
        Checkup checkup = new Checkup();
        checkup.check("a", () -> List.of(Finding.warn("a", "old", "renew")));
        checkup.check("b", () -> {
            throw new CommandFailure(ExitCode.NOT_AUTHORISED, "refused", "renew");
        });
        checkup.check("c", () -> List.of(Finding.fail("c", new Failure(ExitCode.FAILED, "broken", "mend"))));

        assertThat(checkup.exitCode()).isEqualTo(ExitCode.NOT_AUTHORISED);
        assertThat(checkup.findings()).hasSize(3);
    }

    private static RunReport run(String status, Instant endedAt) {
        return new RunReport(1, 1, "delta-scoring", status, endedAt.minusSeconds(10), endedAt, Map.of(), Map.of());
    }
}
