package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Facts;
import io.leadscore.lead.Link;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.LedgerDump;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command from its arguments to its output, beside a server that has the ledger open. */
class BacktestCommandFunctionalTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long PORTAL = 4_711;
    private static final int DEALS = 240;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private final Map<String, String> environment;
    private Rooms server;

    BacktestCommandFunctionalTests(@TempDir Path folder) {
        this.folder = folder;
        this.environment = TestDatabases.environment(folder, "HUBSPOT_PORTAL_ID", "" + PORTAL);
        this.server = open();
    }

    @BeforeEach
    void fill() {
        new TransactionTemplate(server.door(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            mirror();
            ScoringProfile profile = ScoringProfileFile.packaged();
            CohortRates.Builder cohorts = new CohortRates.Builder(profile, NOW);
            server.door(Mirror.class).forEachClosedDeal(PORTAL, cohorts::add);
            WeightSets weightSets = server.door(WeightSets.class);
            for (int i = 0; i < 2; i++) {
                weightSets.add(PORTAL, WeightSet.initial(0, NOW, "1.0", profile, cohorts.build()), null, "the test");
            }
            weightSets.promote(PORTAL, 1, "the test", "The first weight set.");
        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void triesADraftAndWritesNothing() throws IOException {
        Path draft = draft(
                "  fit: 30 ",
                "  fit: 90 ",
                "  engagement: 30",
                "  engagement: 5",
                "  outcome: 20",
                "  outcome: 0",
                "  recency: 20",
                "  recency: 5");
        String before = LedgerDump.of(server.door(DataSource.class));

        int exitCode = run("backtest", "--profile", draft.getFileName().toString());

        assertThat(err.toString()).contains("survey deals", "replay deals", "look at leads");
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains(
                        "Tried: the draft profile, beside the live weight set 1.0-w1",
                        "The draft ranks worse than the live weight set: ROC AUC -0.",
                        "WON IN BEST 10 %",
                        "Deals made from 2025-11-23 12:00 on and before 2026-11-23 12:00 (UTC):",
                        "Leads of today:",
                        "2026-10",
                        "Nothing was written.");
        assertThat(LedgerDump.of(server.door(DataSource.class))).isEqualTo(before);
    }

    @Test
    void triesAStoredWeightSetInJson() {
        assertThat(run("backtest", "--weights", "2", "--from", "2026-03-01", "--to", "2026-09-01", "--json"))
                .isZero();

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.path("live").asString()).isEqualTo("1.0-w1");
        assertThat(json.path("draft").asString()).isEqualTo("1.0-w2");
        JsonNode history = json.path("history");
        assertThat(history.path("span").path("from").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(history.path("verdict").path("ranking").asString()).isEqualTo("NO_CLEAR_DIFFERENCE");
        assertThat(history.path("ranks").path("rocAuc").path("value").asDouble())
                .isZero();
        assertThat(history.path("entries").size()).isEqualTo(6);
        assertThat(json.path("today").path("leads").asInt()).isEqualTo(DEALS);
    }

    @Test
    void scoresWithoutWhatIsNotMirrored() throws IOException {
        Path draft = draft(
                "custom-signals: []",
                "custom-signals:\n  - {name: seats, object: company, property: seats_planned, component: fit,"
                        + " kind: number, weight: 10, cap: 5}\n");

        assertThat(run("backtest", "--profile", draft.toString(), "--weights", "2"))
                .isZero();

        assertThat(out.toString())
                .contains("Scored without what is not mirrored yet: seats_planned of companies.")
                .contains("neither clearly better nor clearly worse");
    }

    @Test
    void tellsTheLineOfAMistakeInTheDraft() throws IOException {
        Path draft = draft("  high: 80", "  high: very");

        assertThat(run("backtest", "--profile", draft.toString())).isEqualTo(78);

        assertThat(err.toString().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("draft.yml, line", "high");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tellsWhatIsNotThere() {
        assertThat(run("backtest", "--profile", "nowhere.yml")).isEqualTo(78);
        assertThat(run("backtest", "--weights", "9")).isEqualTo(1);
        assertThat(run("backtest", "--weights", "1", "--from", "2020-01-01", "--to", "2020-02-01"))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains(
                        "nowhere.yml cannot be read",
                        "There is no weight set 9 of account 4711.\nThere are: 1, 2.",
                        "No deal was closed that was made from 2020-01-01 on and before 2020-02-01");
    }

    private int run(String... arguments) {
        return CommandLineInterface.run(arguments, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                environment, folder, null, new PrintWriter(out, true), new PrintWriter(err, true), false, () -> NOW);
    }

    private Rooms open() {
        return Rooms.openToWork(
                Settings.read(environment, folder, null), surroundings(), Role.SERVE, LedgerConfiguration.class);
    }

    private Path draft(String... replacements) throws IOException {
        String text;
        try (InputStream in = ScoringProfileFile.class.getResourceAsStream("/" + ScoringProfileFile.NAME)) {
            text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return Files.writeString(folder.resolve("draft.yml"), text);
    }

    /** A deal every day and a half, in an industry that says nothing; those with meetings are mostly won. */
    private void mirror() {
        List<Facts> contacts = new ArrayList<>();
        List<Facts> companies = new ArrayList<>();
        List<Facts> deals = new ArrayList<>();
        List<Facts> meetings = new ArrayList<>();
        Map<Long, List<Link>> same = new HashMap<>();
        Map<Long, List<Link>> toMeetings = new HashMap<>();
        for (long id = 1; id <= DEALS; id++) {
            Instant created = NOW.minus(Duration.ofHours(36 * id));
            boolean met = id % 3 == 0;
            boolean won = id % 10 == 0 ? !met : met;
            Instant closed = created.plus(Duration.ofDays(20));
            boolean open = closed.isAfter(NOW);
            contacts.add(contact(id, created.minus(Duration.ofDays(9))));
            companies.add(new CompanyFacts(
                    id, created, created, id % 2 == 0 ? "INTERNET" : "RESTAURANTS", null, null, null, null, Map.of()));
            deals.add(new DealFacts(
                    id,
                    created,
                    open ? created : closed,
                    1_000.0,
                    open ? null : closed,
                    "default",
                    null,
                    null,
                    open ? Outcome.OPEN : won ? Outcome.WON : Outcome.LOST,
                    null,
                    Map.of()));
            Instant at = created.minus(Duration.ofDays(2));
            if (met) {
                meetings.add(new Engagement.Meeting(id, at, at, at, at, at.plusSeconds(1_800), "COMPLETED"));
                toMeetings.put(id, List.of(new Link(id, true)));
            }
            same.put(id, List.of(new Link(id, true)));
        }
        Mirror mirror = server.door(Mirror.class);
        List.of(contacts, companies, deals, meetings).forEach(facts -> mirror.upsert(PORTAL, facts));
        Links links = server.door(Links.class);
        links.replaceOfContacts(PORTAL, ObjectType.COMPANIES, same);
        links.replaceOfContacts(PORTAL, ObjectType.DEALS, same);
        links.replaceOfContacts(PORTAL, ObjectType.MEETINGS, toMeetings);
    }

    private static ContactFacts contact(long id, Instant created) {
        return new ContactFacts(
                id,
                created,
                created,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                EmailActivity.NONE,
                0,
                null,
                null,
                LinkSummary.NONE,
                List.of(),
                Map.of());
    }
}
