package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.Limits;
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

    private static SandboxOptions options(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Surroundings surroundings = new Surroundings(
                Map.of(), Path.of("").toAbsolutePath(), null, nowhere, nowhere, false, () -> Instant.EPOCH);
        return CommandLine.populateCommand(new SandboxCommand(surroundings), arguments)
                .options();
    }
}
