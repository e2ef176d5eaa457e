package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.sandbox.Seeding;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands one after the other in a home whose HubSpot is a sandbox without limits, by a clock that only tests move. */
abstract class SandboxCommandsFixture {

    final Path folder;
    final InstantSource clock = () -> this.now;
    final Sandbox sandbox;

    /** What all commands said on stderr. */
    final StringWriter err = new StringWriter();

    Instant now = Instant.parse("2026-11-23T12:00:00Z");

    /** @param contacts how many there are in the sandbox */
    SandboxCommandsFixture(Path folder, int contacts, Seeding seeding) {
        this.folder = folder;
        this.sandbox = Sandbox.start(
                SandboxOptions.defaults(clock).withContacts(contacts).withLimits(Limits.none()), seeding);
    }

    /** How a command ended, and what it said on stdout. */
    record Ran(int exitCode, String out) {}

    @AfterEach
    void stop() {
        sandbox.close();
    }

    Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        return new Ran(CommandLineInterface.run(arguments, surroundings(out)), out.toString());
    }

    JsonNode json(Ran ran) {
        assertThat(ran.exitCode()).as(err.toString()).isZero();
        return JsonMapper.builder().build().readTree(ran.out());
    }

    Surroundings surroundings(StringWriter out) {
        return SandboxSurroundings.of(
                folder, sandbox, out, err, clock, "HUBSPOT_SEARCH_LIMIT", "200", "HUBSPOT_BURST_LIMIT", "4000");
    }

    /** Writes a settings file of a job. */
    Path putJob(String name, String text) throws IOException {
        Path file = folder.resolve("data/jobs").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /** No weekly job follows the first sync. */
    Path leaveLearningToTheSchedule() throws IOException {
        return putJob("weight-recalibration.yml", "after-first-sync: false\n");
    }
}
