package io.leadscore.ai;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.AiBatches;
import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.AnswerKey;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.FitVectors;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.LedgerDatabase;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.FaultRule;
import io.leadscore.sandbox.OpenAi;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** An OpenAI stand-in, an empty ledger, and time that passes at once. */
abstract class AnalystFixture {

    static final long PORTAL = 7;
    static final Duration BUDGET = Duration.ofMinutes(2);
    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    static final String CHAT = "POST /openai/v1/chat/completions";
    static final String EMBEDDINGS = "POST /openai/v1/embeddings";

    private static final String[] INDUSTRIES = {
        "COMPUTER_SOFTWARE",
        "BANKING",
        "RETAIL",
        "DAIRY",
        "MUSIC",
        "INTERNET",
        "SPORTS",
        "HOSPITALITY",
        "INSURANCE",
        "RESTAURANTS"
    };
    private static final String[] SIZES = {"1-10", "11-50", "51-200", "201-1000"};
    private static final String[] LEVELS = {"C_LEVEL", "VP", "DIRECTOR", "MANAGER", "OTHER"};
    private static final List<String> COUNTRIES =
            List.of(Locale.getISOCountries()).subList(0, 20);

    @TempDir
    Path home;

    final PassingTime time = new PassingTime(START);
    final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(time));
    final OpenAi openAi = sandbox.openAi();
    private final List<AutoCloseable> open = new ArrayList<>();
    private AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        rooms.close();
        sandbox.close();
    }

    /** A room of the ledger. */
    <T> T door(Class<T> type) {
        if (!rooms.isActive()) {
            rooms.registerBean(InstantSource.class, () -> time);
            rooms.registerBean(
                    LedgerDatabase.class, () -> LedgerDatabase.open(TestDatabases.of(home.resolve("data")), Role.RUN));
            rooms.register(LedgerConfiguration.class);
            rooms.refresh();
        }
        return rooms.getBean(type);
    }

    /** What a process begins with, when an earlier one ended in whatever way. */
    FitAnalyst analyst(AiSettings settings) {
        return analyst(settings, time);
    }

    FitAnalyst analyst(AiSettings settings, InstantSource clock) {
        FitAnalyst analyst = new FitAnalyst(
                settings,
                door(FitAnswers.class),
                door(FitVectors.class),
                door(AiSpending.class),
                door(AiBatches.class),
                door(AccountState.class),
                clock,
                time);
        open.add(analyst);
        return analyst;
    }

    AiSettings settings() {
        return settings(sandbox.openAiKey(), AiRequests.DEFAULT, AiMoney.DEFAULT);
    }

    AiSettings settings(String key, AiRequests requests, AiMoney money) {
        return new AiSettings(
                key,
                sandbox.openAiBaseUrl(),
                AiSettings.choice("gpt-4.1", EmbeddingModel.DEFAULT, 0.7),
                BUDGET,
                requests,
                money);
    }

    /** The usual requests in groups of another size, and to the Batch API above another number. */
    static AiRequests requests(int profiles, int batchAbove) {
        AiRequests usual = AiRequests.DEFAULT;
        return new AiRequests(
                profiles,
                usual.answerTokens(),
                usual.temperature(),
                usual.concurrency(),
                usual.perMinute(),
                usual.tokensPerMinute(),
                usual.timeout(),
                batchAbove,
                usual.embeddingsPerRequest(),
                usual.failures(),
                usual.rest());
    }

    static AiMoney budget(double dollars) {
        AiMoney usual = AiMoney.DEFAULT;
        return new AiMoney(
                dollars, usual.inputPrice(), usual.outputPrice(), usual.embeddingPrice(), usual.batchDiscount());
    }

    WeightSet weights() {
        return weights("gpt-4.1");
    }

    WeightSet weights(String model) {
        ScoringProfile profile = ScoringProfileFile.packaged();
        return WeightSet.initial(1, START, "1.0", profile, new CohortRates.Builder(profile, START).build())
                .withAi(new AiContext(
                        AiSettings.choice(model, EmbeddingModel.DEFAULT, 0.7), new LearntIdeal(START, Map.of()), null));
    }

    AnalysisReport analyse(FitAnalyst analyst, List<FitProfile> profiles) {
        return analyst.analyse(PORTAL, weights(), profiles, BUDGET, done -> {});
    }

    void fault(FaultKind kind, String call, int times) {
        sandbox.faults().add(FaultRule.of(kind, call, times));
    }

    FitInsight insight(FitProfile profile) {
        return door(FitAnswers.class).insights(PORTAL, weights()).of(profile);
    }

    long answered() {
        return door(FitAnswers.class).count(PORTAL, AnswerKey.of(weights()));
    }

    long spent() {
        return door(AiSpending.class).spent(PORTAL, LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
    }

    /** Requests of any kind that were sent. */
    int requests() {
        return openAi.requests().size();
    }

    /** So many profiles, all different, up to 4,000. */
    static List<FitProfile> profiles(int count) {
        List<FitProfile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("industry", INDUSTRIES[i % 10]);
            facts.put("company_size", SIZES[i / 10 % 4]);
            facts.put("country", COUNTRIES.get(i / 40 % 20));
            facts.put("job_level", LEVELS[i / 800 % 5]);
            profiles.add(new FitProfile(facts));
        }
        return profiles;
    }
}
