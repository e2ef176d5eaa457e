package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.AiBehaviour;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SandboxCommandTests {

    @Test
    void enforcesLimitsUnlessToldNotTo() {
        assertThat(options().limits()).isEqualTo(Limits.professional());
        assertThat(options("--limits").limits()).isEqualTo(Limits.professional());
        assertThat(options("--no-limits").limits()).isEqualTo(Limits.none());
    }

    @Test
    void readsEveryOption() {
        SandboxOptions options =
                options("--port", "9000", "--contacts", "5", "--seed", "7", "--latency", "20", "--index-lag", "30");

        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.contacts()).isEqualTo(5);
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.latency()).isEqualTo(Duration.ofMillis(20));
        assertThat(options.indexLag()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void printsTheSettingsThatPointAtIt() {
        SandboxCommand command = command("--port", "0", "--contacts", "0");
        try (Sandbox sandbox = command.start()) {
            assertThat(command.greeting(sandbox).lines())
                    .contains(
                            "export HUBSPOT_BASE_URL=" + sandbox.baseUrl(),
                            "export HUBSPOT_ACCESS_TOKEN=" + sandbox.token(),
                            "export OPENAI_BASE_URL=" + sandbox.baseUrl() + "/openai/v1",
                            "export OPENAI_API_KEY=sk-sandbox");
        }
    }

    @Test
    void namesEveryBehaviourInItsHelp() {
        String help = new CommandLine(command()).getUsageMessage();

        assertThat(AiBehaviour.values())
                .allSatisfy(behaviour -> assertThat(help).contains(behaviour.code()));
    }

    @Test
    void namesEveryFaultInItsHelp() {
        String help = new CommandLine(command()).getUsageMessage();

        assertThat(FaultKind.values()).allSatisfy(fault -> assertThat(help).contains(fault.code()));
    }

    private static SandboxOptions options(String... arguments) {
        return command(arguments).options();
    }

    private static SandboxCommand command(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Surroundings surroundings = new Surroundings(
                Map.of(), Path.of("").toAbsolutePath(), null, nowhere, nowhere, false, () -> Instant.EPOCH);
        return CommandLine.populateCommand(new SandboxCommand(surroundings), arguments);
    }
}
