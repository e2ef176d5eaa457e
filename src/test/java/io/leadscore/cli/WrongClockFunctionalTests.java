package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weekly job on a machine whose clock is wrong. */
class WrongClockFunctionalTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final InstantSource hubSpots = () -> NOW;
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(hubSpots));
    private final StringWriter err = new StringWriter();
    private final Path folder;

    WrongClockFunctionalTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"PT6M, 6 minutes ahead of", "PT-6M, 6 minutes behind", "P400D, 400 days ahead of"})
    void learnsNothingByAWrongClock(Duration ahead, String difference) {
        assertThat(recalibrate(ahead)).isEqualTo(78);

        assertThat(err.toString())
                .contains("This machine's clock is " + difference + " HubSpot's; nothing was learnt.", "Set the clock");
    }

    @Test
    void goesOnByOneThatIsRight() {
        assertThat(recalibrate(Duration.ofMinutes(4))).isEqualTo(1);

        assertThat(err.toString()).contains("were never scored");
    }

    @Test
    void goesOnWhereHubSpotCannotBeAsked() {
        sandbox.close();

        assertThat(recalibrate(Duration.ofDays(400))).isEqualTo(1);

        assertThat(err.toString()).contains("were never scored");
    }

    private int recalibrate(Duration ahead) {
        return CommandLineInterface.run(
                new String[] {"run", "weight-recalibration"},
                SandboxSurroundings.of(
                        folder,
                        sandbox,
                        new StringWriter(),
                        err,
                        () -> NOW.plus(ahead),
                        "HUBSPOT_PORTAL_ID",
                        Long.toString(SandboxOptions.empty(hubSpots).portalId())));
    }
}
