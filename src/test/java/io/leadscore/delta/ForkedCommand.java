package io.leadscore.delta;

import io.leadscore.cli.CommandLineInterface;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line in a process of its own, which the system can kill; its clock starts where the test's is. */
public final class ForkedCommand {

    private ForkedCommand() {}

    public static void main(String[] arguments) {
        Instant start = Instant.parse(arguments[0]);
        long began = System.nanoTime();
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        System.exit(CommandLineInterface.run(
                List.of(command), System.getenv(), () -> start.plus(Duration.ofNanos(System.nanoTime() - began))));
    }

    /** What it says is in {@code command.out} of the home. */
    public static Process start(Path home, Sandbox sandbox, Instant now, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ForkedCommand.class.getName(),
                now.toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("command.out").toFile());
        builder.environment().putAll(TestDatabases.environment(home));
        builder.environment().put("LEAD_SCORE_HOME", home.toString());
        builder.environment().put("HUBSPOT_BASE_URL", sandbox.baseUrl().toString());
        builder.environment().put("HUBSPOT_ACCESS_TOKEN", sandbox.token());
        return builder.start();
    }
}
