package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.delta.ForkedCommand;
import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weekly job, whose process the system kills when its log tells that it has come to some point. {@code
 * -Dleadscore.kills=100} plays so many rounds more, each of many kills.
 */
class KilledRecalibrationFunctionalTests {

    /** A line of its log, and how long after it the process is killed at the latest, in milliseconds. */
    private record Moment(String line, int within) {

        static final Moment LEARNING = new Moment("Executing step: [learn]", 300);
        static final Moment LEARNT = new Moment("Step: [learn] executed", 10);
        static final Moment PROMOTING = new Moment("Executing step: [promote]", 30);
        static final Moment PROMOTED = new Moment("Step: [promote] executed", 10);
        static final Moment OVER = new Moment("weight-recalibration]] completed", 1);
    }

    private static final int ROUNDS = Integer.getInteger("leadscore.kills", 0);
    private static final List<Moment> FEW = List.of(Moment.LEARNING, Moment.OVER);
    private static final List<Moment> MANY = List.of(
            Moment.LEARNING,
            Moment.LEARNT,
            Moment.PROMOTING,
            Moment.PROMOTED,
            Moment.PROMOTING,
            Moment.PROMOTED,
            Moment.OVER,
            Moment.LEARNT,
            Moment.OVER);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static int rounds;
    private static int kills;
    private static int promotedBefore;

    private final Path home;
    private final StringWriter err = new StringWriter();
    private final Set<String> whole = new HashSet<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults(() -> now).withContacts(300).withLimits(Limits.none()));

    KilledRecalibrationFunctionalTests(@TempDir Path home) {
        this.home = home;
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(0, ROUNDS);
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "%d kills of the weekly job in %d rounds, %d of them after it had promoted%n",
                kills, rounds, promotedBefore);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesOneLiveWeightSetAndNoHalfOne(int seed) throws Exception {
        Random random = new Random(seed);
        json("setup", "--json");
        json("run", "delta-scoring", "--json");
        JsonNode undisturbed = json("run", "weight-recalibration", "--dry-run", "--json");

        long live = live();
        boolean untouched = true;
        for (Moment moment : seed == 0 ? FEW : MANY) {
            killAt(moment, random);
            long after = live();
            promotedBefore += after == live ? 0 : 1;
            untouched &= after == live;
            live = after;
        }

        JsonNode again = json("run", "weight-recalibration", "--json");
        if (untouched) {
            assertThat(again.at("/assessment").toString())
                    .isEqualTo(undisturbed.at("/assessment").toString());
        }
        assertThat(again.at("/liveId").asLong()).isEqualTo(live()).isGreaterThanOrEqualTo(live);
        assertThat(json("runs", "--json").findValuesAsString("status")).containsOnly("COMPLETED", "FAILED");
        now = now.plusSeconds(300);
        json("run", "delta-scoring", "--json");
        rounds++;
    }

    /** A process that was faster runs to its end, and another one is killed. */
    private void killAt(Moment moment, Random random) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 5; attempt++) {
            if (wasKilledAt(moment, random)) {
                kills++;
                return;
            }
        }
        throw new AssertionError("Five were faster than " + moment);
    }

    private boolean wasKilledAt(Moment moment, Random random) throws IOException, InterruptedException {
        Path log = home.resolve("logs").resolve("leadscore.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        Process process = ForkedCommand.start(home, sandbox, now, "run", "weight-recalibration");
        try {
            while (process.isAlive() && !tells(log, before, moment.line())) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(moment.within())));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).as(output()).matches(exit -> exit == 0 || exit > 128);
        return process.exitValue() != 0;
    }

    private static boolean tells(Path log, long from, String line) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(line);
        }
    }

    /** The id of the weight set that is live, the only one; every weight set is whole. */
    private long live() {
        long live = 0;
        int many = 0;
        for (JsonNode model : json("models", "--json")) {
            String id = model.at("/id").asString();
            if (whole.add(id)) {
                assertThat(json("models", "show", id, "--json").isObject()).isTrue();
            }
            if (model.at("/live").asBoolean()) {
                live = Long.parseLong(id);
                many++;
            }
        }
        assertThat(many).as("live weight sets").isEqualTo(1);
        return live;
    }

    private String output() throws IOException {
        return Files.readString(home.resolve("command.out"));
    }

    private JsonNode json(String... arguments) {
        StringWriter out = new StringWriter();
        int exitCode = CommandLineInterface.run(
                arguments,
                SandboxSurroundings.of(
                        home,
                        sandbox,
                        out,
                        err,
                        () -> now,
                        "LEAD_SCORE_HOME",
                        home.toString(),
                        "HUBSPOT_SEARCH_LIMIT",
                        "200",
                        "HUBSPOT_BURST_LIMIT",
                        "4000"));
        assertThat(exitCode).as("%s %s", String.join(" ", arguments), err).isZero();
        return JSON.readTree(out.toString());
    }
}
