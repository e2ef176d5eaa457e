package io.leadscore.cli;

import io.leadscore.sandbox.AiBehaviour;
import io.leadscore.sandbox.FaultRule;
import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.sandbox.Seeding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the HubSpot and OpenAI stand-in until it is told to stop. */
@Command(
        name = "sandbox",
        description = {
            "Serves a HubSpot and OpenAI stand-in with seeded data, in memory, at 127.0.0.1, until Ctrl-C.",
            "Limits, errors and faults are those of the two. Prints the settings that point Leadscore at it."
        })
final class SandboxCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "<n>",
            defaultValue = "8765",
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--contacts",
            paramLabel = "<n>",
            defaultValue = "1000",
            description = "How many contacts to seed; the rest follows in proportion (default: ${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            defaultValue = "1",
            description = "The same seed gives the same data (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--sales",
            description = {
                "Seed what the demo shows: years of selling, with a deal for every contact and buyers unlike those that the",
                "scoring profile expects."
            })
    private boolean sales;

    @Option(
            names = "--latency",
            paramLabel = "<ms>",
            defaultValue = "0",
            description = "Milliseconds added to every call (default: ${DEFAULT-VALUE}).")
    private long latencyMillis;

    @Option(
            names = "--index-lag",
            paramLabel = "<s>",
            defaultValue = "0",
            description = "Seconds until search shows a change (default: ${DEFAULT-VALUE}).")
    private long indexLagSeconds;

    @Option(
            names = "--limits",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Enforce HubSpot's limits, as is the default, or answer any number of calls.")
    private boolean limited;

    @Option(
            names = "--fault",
            paramLabel = "<fault>",
            description = {
                "A fault to come: kind[=seconds]:METHOD /path[:times[:skip]]. May be repeated.",
                "Kinds: 429-ten-secondly, 429-secondly, 429-daily, 408, 423, 500, 502, 503, 504, slow, reset-before,",
                "reset-after, garbage, truncated, 207, 403, owner-chosen, zip-bomb, deep-json, wrong-date (seconds ahead),",
                "and of pages: empty-page, nothing, short-page, double-rows, high-total, text-order, circling-cursor,",
                "named-property.",
                "Example: --fault 'reset-after:POST /crm/*:3'",
                "They befall OpenAI's paths too, in its form: --fault '503:POST /openai/*'"
            })
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--ai",
            paramLabel = "<behaviour>",
            defaultValue = "informed",
            description = {
                "How the OpenAI stand-in behaves (default: ${DEFAULT-VALUE}):",
                "informed, noise, drifting, refusal, broken-json, wrong-schema,",
                "profile-missing, low-confidence, length, fenced, sparse, content-filter,",
                "server-error, quota or hang."
            })
    private String ai = AiBehaviour.INFORMED.code();

    SandboxCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Sandbox sandbox = start()) {
            surroundings.out().print(greeting(sandbox));
            surroundings.out().flush();
            // Ends with the process.
            stopped.await();
        }
        return ExitCode.DONE.number();
    }

    /** What to set for the sandbox. */
    String greeting(Sandbox sandbox) {
        return """
                HubSpot sandbox with %s contacts (seed %d). Point Leadscore at it:

                export HUBSPOT_BASE_URL=%s
                export HUBSPOT_ACCESS_TOKEN=%s
                export OPENAI_BASE_URL=%s
                export OPENAI_API_KEY=%s

                Then: scripts/leadscore setup, scripts/leadscore run delta-scoring. Ctrl-C ends it.
                """.formatted(
                        Numbers.grouped(contacts),
                        seed,
                        sandbox.baseUrl(),
                        sandbox.token(),
                        sandbox.openAiBaseUrl(),
                        sandbox.openAiKey());
    }

    SandboxOptions options() {
        return SandboxOptions.defaults(surroundings.clock())
                .withPort(port)
                .withContacts(contacts)
                .withSeed(seed)
                .withLatency(Duration.ofMillis(latencyMillis))
                .withIndexLag(Duration.ofSeconds(indexLagSeconds))
                .withLimits(limited ? Limits.professional() : Limits.none());
    }

    /** The sandbox that the options ask for. */
    Sandbox start() {
        try {
            List<FaultRule> rules = faults.stream().map(FaultRule::parse).toList();
            AiBehaviour behaviour = AiBehaviour.ofCode(ai);
            Sandbox sandbox = Sandbox.start(options(), sales ? Seeding.SALES : Seeding.PROPORTIONS);
            rules.forEach(sandbox.faults()::add);
            sandbox.openAi().behave(behaviour);
            return sandbox;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, String.valueOf(e.getMessage()), "See scripts/leadscore sandbox --help.");
        }
    }
}
