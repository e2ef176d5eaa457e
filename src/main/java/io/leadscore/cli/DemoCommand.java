package io.leadscore.cli;

import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.sandbox.Seeding;
import io.leadscore.settings.Settings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole main job on the sandbox. */
@Command(
        name = "demo",
        description = {
            "Scores the leads of a stand-in for HubSpot and OpenAI in memory, learns who of them buys, and shows what comes of it,",
            "in about a minute.",
            "Needs no account, no key and no network; leaves nothing behind."
        })
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--contacts",
            paramLabel = "<n>",
            defaultValue = "1300",
            description = "How many contacts (default: ${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            defaultValue = "1",
            description = "Another seed gives another account (default: ${DEFAULT-VALUE}).")
    private long seed;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (contacts < 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--contacts is " + contacts + ", but must be 1 or more.",
                    "Leave it out for 1,300.");
        }
        Path home = Files.createTempDirectory("leadscore-demo-");
        boolean done = false;
        try {
            play(home);
            done = true;
        } finally {
            if (done) {
                delete(home);
            } else {
                surroundings.err().println("The demo's log and database are kept in " + home + ".");
            }
        }
        return ExitCode.DONE.number();
    }

    private void play(Path home) {
        Logs.toFileIn(home);
        surroundings
                .out()
                .println("A stand-in for HubSpot and OpenAI with " + Numbers.grouped(contacts)
                        + " contacts and years of selling, in memory ...");
        SandboxOptions options = SandboxOptions.defaults(surroundings.clock())
                .withContacts(contacts)
                .withSeed(seed);
        try (Sandbox sandbox = Sandbox.start(options, Seeding.SALES)) {
            // Nobody's own settings: the demo must not touch a real account.
            Settings settings = Settings.read(
                    Map.of(
                            "HUBSPOT_BASE_URL", sandbox.baseUrl().toString(),
                            "HUBSPOT_ACCESS_TOKEN", sandbox.token(),
                            "OPENAI_BASE_URL", sandbox.openAiBaseUrl().toString(),
                            "OPENAI_API_KEY", sandbox.openAiKey(),
                            "LEAD_SCORE_HOME", home.toString()),
                    home,
                    surroundings.applicationFolder());
            new Demo(sandbox, settings, surroundings).play();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
