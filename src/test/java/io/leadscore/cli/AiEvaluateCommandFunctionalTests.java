package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Department;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Facts;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Link;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.sandbox.AiBehaviour;
import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.scoring.AiCap;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AI before the closed deals of an account, with a stand-in for OpenAI; and what the weekly job makes of it. */
class AiEvaluateCommandFunctionalTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long PORTAL = 4_711;
    private static final int DEALS = 640;

    private static final LearntIdeal OLD = new LearntIdeal(
            NOW.minus(Duration.ofDays(91)),
            NOW.minus(Duration.ofDays(300)),
            Map.of("industry", new LearntIdeal.Standouts(List.of("MUSIC"), List.of())));

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults(() -> NOW).withContacts(1).withLimits(Limits.none()));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private Instant now = NOW;
    private final Map<String, String> environment;

    AiEvaluateCommandFunctionalTests(@TempDir Path folder) {
        this.folder = folder;
        this.environment = new HashMap<>(TestDatabases.environment(folder, "HUBSPOT_PORTAL_ID", "" + PORTAL));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void withoutAnAiSaysWhatToSet() {
        fill(false);

        assertThat(run("ai", "evaluate")).isEqualTo(78);
        assertThat(err.toString()).contains("OPENAI_API_KEY is not set", "Set OPENAI_API_KEY");
    }

    @Test
    void withAnAiThatScoredNobodyYetSaysWhatToRun() {
        useTheStandIn(AiBehaviour.NOISE);
        fill(false);

        assertThat(run("ai", "evaluate")).isEqualTo(1);
        assertThat(err.toString()).contains("No lead was scored with an AI yet", "run delta-scoring");
    }

    @Test
    void asksWhatIsNotKnownAndThenNobody() {
        useTheStandIn(AiBehaviour.NOISE);
        fill(true);

        JsonNode evaluated = json("ai", "evaluate", "--json");

        assertThat(evaluated.at("/evaluation/worth").asString())
                .as(evaluated.toString())
                .isEqualTo("ADDS_NOTHING");
        assertThat(evaluated.at("/evaluation/seen").asInt()).isBetween(280, 340);
        assertThat(evaluated.at("/points").asDouble()).isBetween(5.9, 6.0);
        assertThat(evaluated.at("/consequence").asString()).contains("lowers the AI's signals to nothing");
        assertThat(sandbox.openAi().profilesAsked()).isBetween(250, 340);

        environment.remove("OPENAI_API_KEY");
        JsonNode cached = json("ai", "evaluate", "--cached", "--json");

        assertThat(cached.at("/evaluation")).isEqualTo(evaluated.at("/evaluation"));
        assertThat(run("ai", "evaluate", "--cached")).isZero();
        assertThat(out.toString())
                .contains(
                        "FORETOLD",
                        "without the AI",
                        "with the AI",
                        "ADDS NOTHING. The AI does not surely help",
                        "The weekly job lowers the AI's signals to nothing");
    }

    @Test
    void theWeeklyJobAsksFirstAndTakesFromAnAiThatAddsNothing() {
        useTheStandIn(AiBehaviour.NOISE);
        fill(true);

        assertThat(json("run", "weight-recalibration", "--dry-run", "--json")
                        .at("/assessment/ai/worth")
                        .asString())
                .isEqualTo("NOT_ENOUGH");
        assertThat(sandbox.openAi().requests()).isEmpty();

        JsonNode ran = json("run", "weight-recalibration", "--json");

        assertThat(ran.at("/assessment/ai/worth").asString()).isEqualTo("ADDS_NOTHING");
        assertThat(ran.at("/report/details/AI").asString()).contains("does not surely help");
        assertThat(ran.at("/report/counts").toString()).contains("AI ");
        WeightSet live = live();
        assertThat(AiCap.share(live.signalWeights())).isZero();
        AiContext told = Objects.requireNonNull(live.ai());
        assertThat(told.centroids()).isNotNull();
        assertThat(run("models", "card", "" + live.id())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("### Whether the AI helps", "ADDS NOTHING");

        now = NOW.plus(Duration.ofHours(1));
        assertThat(run("run", "weight-recalibration")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("It counts for nothing.");
        assertThat(AiCap.share(live().signalWeights())).isZero();
    }

    @Test
    void anAiThatFailsIsANote() {
        useTheStandIn(AiBehaviour.QUOTA);
        fill(true);

        JsonNode ran = json("run", "weight-recalibration", "--json");

        assertThat(ran.at("/assessment/ai/worth").asString()).isEqualTo("NOT_ENOUGH");
        assertThat(ran.at("/assessment/notes").toString())
                .as(ran.toString())
                .contains("is used up, 315 profiles are left to the rules");
        assertThat(AiCap.share(live().signalWeights())).isPositive();
    }

    @Test
    void theWeeklyJobTellsTheAiAnewWhatIsOld() {
        useTheStandIn(AiBehaviour.NOISE);
        fill(true);
        promote(OLD);

        json("run", "weight-recalibration", "--json");

        LearntIdeal told = Objects.requireNonNull(live().ai()).learnt();
        assertThat(told.learntAt()).isEqualTo(NOW);
        assertThat(told.facts()).isNotEqualTo(OLD.facts());
        assertThat(sandbox.openAi().profilesAsked()).isGreaterThan(250);
    }

    @Test
    void whereNothingIsAnsweredTheAiIsStillToldWhatItWas() {
        useTheStandIn(AiBehaviour.QUOTA);
        fill(true);
        promote(OLD);

        JsonNode ran = json("run", "weight-recalibration", "--json");

        assertThat(Objects.requireNonNull(live().ai()).learnt()).isEqualTo(OLD);
        assertThat(ran.at("/assessment/notes").toString()).contains("the AI is still told what it was");
    }

    private void useTheStandIn(AiBehaviour behaviour) {
        sandbox.openAi().behave(behaviour);
        environment.put("OPENAI_API_KEY", sandbox.openAiKey());
        environment.put("OPENAI_BASE_URL", sandbox.openAiBaseUrl().toString());
    }

    private JsonNode json(String... arguments) {
        out.getBuffer().setLength(0);
        int exitCode = run(arguments);
        assertThat(exitCode).as(err.toString()).isZero();
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private int run(String... arguments) {
        return CommandLineInterface.run(arguments, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                environment, folder, null, new PrintWriter(out, true), new PrintWriter(err, true), false, () -> now);
    }

    private Rooms ledger() {
        return Rooms.openToWork(
                Settings.read(environment, folder, null), surroundings(), Role.SERVE, LedgerConfiguration.class);
    }

    private WeightSet live() {
        try (Rooms rooms = ledger()) {
            return Objects.requireNonNull(rooms.door(WeightSets.class).live(PORTAL));
        }
    }

    private void fill(boolean withAi) {
        try (Rooms rooms = ledger()) {
            new TransactionTemplate(rooms.door(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                Mirror mirror = rooms.door(Mirror.class);
                mirror(mirror, rooms.door(Links.class));
                ScoringProfile profile = ScoringProfileFile.packaged();
                CohortRates.Builder cohorts = new CohortRates.Builder(profile, NOW);
                mirror.forEachClosedDeal(PORTAL, cohorts::add);
                WeightSet weights = WeightSet.initial(0, NOW, "1.0", profile, cohorts.build());
                AiContext told = new AiContext(
                        Settings.read(environment, folder, null).ai().choice(),
                        IdealLearner.learn(profile, consumer -> mirror.forEachClosedDeal(PORTAL, consumer), NOW),
                        null);
                WeightSets weightSets = rooms.door(WeightSets.class);
                weightSets.add(PORTAL, withAi ? weights.withAi(told) : weights, null, "the test");
                weightSets.promote(PORTAL, 1, "the test", "The first weight set.");
            });
        }
    }

    private void promote(LearntIdeal ideal) {
        try (Rooms rooms = ledger()) {
            new TransactionTemplate(rooms.door(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                WeightSets weightSets = rooms.door(WeightSets.class);
                WeightSet live = Objects.requireNonNull(weightSets.live(PORTAL));
                AiContext told = Objects.requireNonNull(live.ai());
                WeightSet other = live.withAi(new AiContext(told.choice(), ideal, null));
                weightSets.promote(
                        PORTAL, weightSets.add(PORTAL, other, null, "the test").id(), "the test", "An old ideal.");
            });
        }
    }

    /** A deal every half day; those with a meeting are mostly won, whoever the lead is. */
    private static void mirror(Mirror mirror, Links links) {
        Random random = new Random(5);
        List<Facts> contacts = new ArrayList<>();
        List<Facts> companies = new ArrayList<>();
        List<Facts> deals = new ArrayList<>();
        List<Facts> meetings = new ArrayList<>();
        Map<Long, List<Link>> same = new HashMap<>();
        Map<Long, List<Link>> toMeetings = new HashMap<>();
        for (long id = 1; id <= DEALS; id++) {
            Instant created = NOW.minus(Duration.ofHours(12 * id));
            boolean met = random.nextInt(3) == 0;
            boolean won = random.nextDouble() < (met ? 0.6 : 0.2);
            Instant closed = created.plus(Duration.ofDays(5));
            boolean open = closed.isAfter(NOW);
            contacts.add(contact(id, created.minus(Duration.ofDays(9)), random));
            companies.add(new CompanyFacts(
                    id,
                    created,
                    created,
                    any(random, List.of("INTERNET", "RESTAURANTS", "DAIRY", "RETAIL", "MUSIC")),
                    1L + random.nextInt(900),
                    null,
                    any(random, List.of("DE", "FR", "US", "GB", "NL", "BR")),
                    null,
                    Map.of()));
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
        List.of(contacts, companies, deals, meetings).forEach(facts -> mirror.upsert(PORTAL, facts));
        links.replaceOfContacts(PORTAL, ObjectType.COMPANIES, same);
        links.replaceOfContacts(PORTAL, ObjectType.DEALS, same);
        links.replaceOfContacts(PORTAL, ObjectType.MEETINGS, toMeetings);
    }

    private static ContactFacts contact(long id, Instant created, Random random) {
        return new ContactFacts(
                id,
                created,
                created,
                null,
                null,
                any(random, List.of("ORGANIC_SEARCH", "PAID_SEARCH", "REFERRALS", "OFFLINE")),
                null,
                any(random, List.of(JobLevel.values())),
                any(random, List.of(Department.values())),
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

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
