package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.delta.ForkedCommand;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code setup} whose process the system kills when something that it creates has just come in. {@code
 * -Dleadscore.kills=100} plays so many rounds more.
 */
class KilledSetupFunctionalTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** The group, and each property. */
    private static final int CREATED = 1 + ScoreProperty.names().size();

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(() -> NOW));
    private final Path home;

    KilledSetupFunctionalTests(@TempDir Path home) {
        this.home = home;
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(0, Integer.getInteger("leadscore.kills", 0));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNextOneCreatesWhatIsMissing(int seed) throws Exception {
        Random random = new Random(seed);
        Path jobs = Files.createDirectories(home.resolve("jobs"));
        Files.writeString(jobs.resolve("actions.yml"), """
                rules:
                  - name: lists
                    when: {entered: any}
                    do: [{nurture: {high: "Hot leads", medium: "Warm leads", low: "Cold leads"}}]
                """);

        for (int kill = 0; kill < (seed == 0 ? 1 : 2); kill++) {
            // The second one has something left to create whatever the first one did.
            assertThat(setUp(random.nextInt(CREATED / 2))).isGreaterThan(128);
        }
        sandbox.faults().clear();
        int third = setUp(Integer.MAX_VALUE);

        assertThat(third).as(output()).isZero();
        assertThat(output()).contains("exists   ai_lead_score");
        assertThat(created("/crm/properties/")).isEqualTo(CREATED);
        assertThat(sandbox.lists().id("Hot leads")).isNotNull();
        assertThat(setUp(Integer.MAX_VALUE)).isZero();
        assertThat(created("/crm/properties/")).isEqualTo(CREATED);
        assertThat(output()).doesNotContain("created");
    }

    /** Its exit code; the process is killed when so many things and one more were asked to be created. */
    private int setUp(int skip) throws IOException, InterruptedException {
        Process[] running = new Process[1];
        sandbox.faults().clear();
        sandbox.faults().runBefore("POST /crm/properties/*", skip, () -> running[0].destroyForcibly());
        running[0] = ForkedCommand.start(home, sandbox, NOW, "setup");
        assertThat(running[0].waitFor(5, TimeUnit.MINUTES)).isTrue();
        return running[0].exitValue();
    }

    private long created(String path) {
        return sandbox.traffic().requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().startsWith(path) && request.status() < 300)
                .count();
    }

    private String output() throws IOException {
        return Files.readString(home.resolve("command.out"));
    }
}
