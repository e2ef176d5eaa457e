package io.leadscore.cli;

import io.leadscore.ledger.TestDatabases;
import io.leadscore.sandbox.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a command finds around it that talks to a sandbox. */
final class SandboxSurroundings {

    private SandboxSurroundings() {}

    /**
     * A home with a sandbox for HubSpot.
     *
     * @param others names and values of other settings, in turn
     */
    static Surroundings of(
            Path home, Sandbox sandbox, StringWriter out, StringWriter err, InstantSource clock, String... others) {
        List<String> settings = new ArrayList<>(
                List.of("HUBSPOT_BASE_URL", sandbox.baseUrl().toString(), "HUBSPOT_ACCESS_TOKEN", sandbox.token()));
        settings.addAll(List.of(others));
        return new Surroundings(
                TestDatabases.environment(home, settings.toArray(String[]::new)),
                home,
                null,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                clock);
    }
}
