package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;

    CommandLineInterfaceTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "sandbox",
                "setup",
                "doctor",
                "serve",
                "run",
                "runs",
                "relaunch",
                "stop",
                "explain",
                "report",
                "backtest",
                "models",
                "models list",
                "models show",
                "models card",
                "models compare",
                "models promote",
                "models rollback",
                "profile",
                "profile draft",
                "actions",
                "actions plan",
                "actions list",
                "actions retry"
            })
    void helpsWithEveryCommand(String command) {
        int exitCode = run((command + " --help").strip().split(" ", -1));

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("Usage: leadscore").contains(command, "Exit codes:", "78");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpListsEveryCommandInOrder() {
        run("--help");

        assertThat(out.toString()
                        .substring(out.toString().indexOf("Commands:"))
                        .lines()
                        .filter(line -> line.startsWith("  ") && line.charAt(2) != ' ')
                        .map(line -> line.strip().split(" ", 2)[0]))
                .startsWith(Commands.NAMES.toArray(String[]::new));
    }

    @Test
    void makesOnlyTheCommandThatIsNamed() {
        for (String name : Commands.NAMES) {
            assertThat(Commands.commandLine(surroundings(), name, "--help").getSubcommands())
                    .containsOnlyKeys(name);
        }
        assertThat(Commands.commandLine(surroundings(), "nonsense").getSubcommands())
                .containsOnlyKeys(Commands.NAMES.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "run",
                "run nonsense",
                "run delta-scoring --nonsense",
                "relaunch",
                "relaunch 1 --last-failed",
                "stop",
                "stop x",
                "explain",
                "explain anna",
                "report 1",
                "sandbox --port x",
                "sandbox --fault nonsense",
                "sandbox --ai nonsense",
                "demo --contacts 0",
                "backtest",
                "backtest --weights x",
                "backtest --weights 1 --from soon",
                "backtest --weights 1 --to 2025-13-01",
                "backtest --weights 1 --from 2025-02-01 --to 2025-02-01",
                "backtest --weights 1 --from 2026-01-01",
                "models nonsense",
                "models show",
                "models compare 1",
                "models promote x",
                "actions nonsense",
                "actions retry",
                "actions retry x"
            })
    void refusesWrongUsageInTwoLines(String line) {
        int exitCode = run(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(exitCode).isEqualTo(64);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setup",
                "doctor",
                "serve",
                "run delta-scoring",
                "runs",
                "relaunch 1",
                "stop 1",
                "explain 1",
                "report",
                "backtest --weights 1",
                "models",
                "models show 1",
                "models promote 1"
            })
    void tellsABadSettingBeforeAnythingIsDone(String line) throws IOException {
        Files.writeString(folder.resolve(".env"), "LEAD_SCORE_UPDATE_INTERVAL=soon\n");

        int exitCode = run(line.split(" ", -1));

        assertThat(exitCode).isEqualTo(78);
        assertThat(err + "" + out).contains("LEAD_SCORE_UPDATE_INTERVAL is 'soon', but must be a whole number.");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "serve", "run delta-scoring", "relaunch 1", "stop 1"})
    void asksForTheToken(String line) {
        int exitCode = run(line.split(" ", -1));

        assertThat(exitCode).isEqualTo(78);
        assertThat(err.toString().lines()).hasSize(2).first().isEqualTo("HUBSPOT_ACCESS_TOKEN is not set.");
    }

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("leadscore ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "explain 1", "report", "models", "actions list", "stop 1"})
    void makesNoHomeForACommandThatOnlyLooks(String line) throws IOException {
        Files.writeString(folder.resolve(".env"), "HUBSPOT_ACCESS_TOKEN=x\nHUBSPOT_PORTAL_ID=1\n");

        int exitCode = run(line.split(" ", -1));

        assertThat(exitCode).isEqualTo(78);
        assertThat(err.toString()).contains(folder.resolve("data").toString(), "--home");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/jobs", "data/leadscore.key", ".env"})
    void refusesWhatOthersMayWrite(String path) throws IOException {
        Files.createDirectories(folder.resolve("data/jobs"));
        Files.writeString(folder.resolve("data/leadscore.key"), "key");
        Files.writeString(folder.resolve(".env"), "");
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder.resolve(path));
        permissions.add(PosixFilePermission.OTHERS_WRITE);
        Files.setPosixFilePermissions(folder.resolve(path), permissions);

        int exitCode = run("runs");

        assertThat(exitCode).isEqualTo(78);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains(folder.resolve(path).toString(), "chmod go-w");
    }

    private int run(String... arguments) {
        return CommandLineInterface.run(arguments, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                Map.of(),
                folder,
                null,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                () -> Instant.parse("2026-01-01T00:00:00Z"));
    }
}
