package io.leadscore.cli;

import io.leadscore.learning.Verdict;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code models} on a ledger with six weight sets: defaults, two learnt ones, a renewed one, one of another profile, one of
 * another model version.
 */
abstract class ModelsLedger {

    static final long PORTAL = 4_711;
    private static final String SEATS = "custom-signals:\n  - {name: seats, object: company, property: seats,"
            + " component: fit, kind: number, weight: 20}\n";

    private final Path folder;
    final Map<String, String> environment;
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    ModelsLedger(Path folder) {
        this.folder = folder;
        this.environment =
                new HashMap<>(TestDatabases.environment(folder, "HUBSPOT_PORTAL_ID", String.valueOf(PORTAL)));
    }

    /** Fills the ledger with leads and with weight sets 1 to 6, of which the first is live. */
    final void fillLedger() throws IOException {
        String packaged = Files.readString(Path.of("jobs/scoring-profile.yml"));
        String edited = packaged.replace("custom-signals: []\n", SEATS);
        Files.createDirectories(folder.resolve("data/jobs"));
        Files.writeString(folder.resolve("data/jobs/scoring-profile.yml"), edited);
        ScoringProfile profile = ScoringProfileFile.parse("scoring-profile.yml", edited);
        inLedger(rooms -> {
            ModelsFixture.putLeads(PORTAL, rooms.door(Mirror.class), rooms.door(Links.class));
            WeightSets sets = rooms.door(WeightSets.class);
            sets.add(PORTAL, ModelsFixture.defaults(profile, "1.0"), null, "delta-scoring");
            sets.promote(PORTAL, 1, "delta-scoring", "The first weight set.");
            sets.add(PORTAL, ModelsFixture.candidate(profile), ModelsFixture.promising(), "weight-recalibration");
            sets.add(
                    PORTAL,
                    ModelsFixture.candidate(profile),
                    ModelsFixture.assessment(Verdict.Decision.KEEP),
                    "weight-recalibration");
            sets.add(PORTAL, ModelsFixture.renewed(profile), ModelsFixture.promising(), "weight-recalibration");
            ScoringProfile other = ScoringProfileFile.packaged();
            sets.add(PORTAL, ModelsFixture.defaults(other, "1.0"), null, "delta-scoring");
            sets.add(PORTAL, ModelsFixture.defaults(profile, "0.9"), null, "delta-scoring");
            return sets;
        });
    }

    final <T> T inLedger(Function<Rooms, T> work) {
        Settings settings = surroundings().settings();
        try (Rooms rooms = Rooms.openToWork(settings, surroundings(), Role.RUN, LedgerConfiguration.class)) {
            T result = new TransactionTemplate(rooms.door(PlatformTransactionManager.class))
                    .execute(status -> work.apply(rooms));
            return Objects.requireNonNull(result);
        }
    }

    final JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    final int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return CommandLineInterface.run(arguments, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                environment,
                folder,
                null,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                () -> ModelsFixture.NOW);
    }
}
