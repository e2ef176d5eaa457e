package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.AiUse;
import io.leadscore.ledger.AnswerKey;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.sandbox.AiBehaviour;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitInsight.Gap;
import io.leadscore.scoring.FitProfile;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class FitAnalystFunctionalTests extends AnalystFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void asksOnceAboutEachProfile() {
        List<FitProfile> profiles = profiles(4_000);
        List<FitProfile> leads = new ArrayList<>(profiles);
        leads.addAll(profiles.subList(0, 1_000));
        List<Long> progress = new ArrayList<>();

        AnalysisReport first = analyst(settings()).analyse(PORTAL, weights(), leads, BUDGET, progress::add);

        assertThat(first.trouble()).isNull();
        assertThat(openAi.bodies(CHAT)).hasSize(160);
        assertThat(first.count("AI requests")).isEqualTo(160);
        assertThat(first.count("AI answers")).isEqualTo(4_000);
        assertThat(progress).hasSize(160).isSorted().endsWith(4_000L);
        assertThat(answered()).isEqualTo(4_000);
        assertThat(first.count("AI micro-dollars")).isPositive().isEqualTo(spent());

        AnalysisReport second = analyse(analyst(settings()), leads);

        assertThat(openAi.bodies(CHAT)).hasSize(160);
        assertThat(second.counts()).isEqualTo(Map.of("AI cache hits", 4_000L));
    }

    @Test
    void sendsExactlyWhatItShows() {
        List<FitProfile> profiles = profiles(3);
        FitAnalyst analyst = analyst(settings());
        analyse(analyst, profiles);

        String shown = analyst.payload(PORTAL, weights(), profiles);

        assertThat(openAi.bodies(CHAT)).containsExactly(JSON.writeValueAsString(JSON.readTree(shown)));
        assertThat(shown.lines().count()).isGreaterThan(20);
    }

    @Test
    void keepsWhatTheModelSaid() {
        openAi.behave(AiBehaviour.LOW_CONFIDENCE);

        analyse(analyst(settings()), profiles(1));

        FitAnalysis analysis =
                Objects.requireNonNull(insight(profiles(1).get(0)).analysis());
        assertThat(analysis.model()).isEqualTo("gpt-4.1-2026-05-14");
        assertThat(analysis.of(Criterion.INDUSTRY).confidence()).isEqualTo(0.2);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        openAi.askToRetryAfter(Duration.ofSeconds(17));
        fault(FaultKind.TEN_SECONDLY, CHAT, 2);

        AnalysisReport report = analyse(analyst(settings()), profiles(30));

        assertThat(report.trouble()).isNull();
        assertThat(report.count("AI answers")).isEqualTo(30);
        assertThat(report.count("AI retries")).isEqualTo(2);
        assertThat(time.waits()).contains(Duration.ofSeconds(17));
        assertThat(Duration.between(START, time.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(34));
    }

    @Test
    void doesNotWaitLongerThanTheRunMayTake() {
        openAi.askToRetryAfter(Duration.ofMinutes(10));
        fault(FaultKind.TEN_SECONDLY, CHAT, 1);
        FitAnalyst analyst = analyst(settings());

        AnalysisReport report = analyse(analyst, profiles(30));

        assertThat(requests()).isEqualTo(1);
        assertThat(report.trouble())
                .isEqualTo(
                        "The AI at 127.0.0.1 let no more requests through, 30 profiles are left to the rules: a later run"
                                + " goes on; lower concurrency and the limits a minute in jobs/ai.yml if this stays.");
        analyse(analyst, profiles(30));
        assertThat(requests()).isEqualTo(1);

        time.pass(Duration.ofMinutes(10));
        assertThat(analyse(analyst, profiles(30)).count("AI answers")).isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_ERROR", "UNAVAILABLE", "RESET_BEFORE", "RESET_AFTER", "GARBAGE", "TRUNCATED"})
    void triesThreeTimes(FaultKind fault) {
        fault(fault, CHAT, 2);

        AnalysisReport report = analyse(analyst(settings()), profiles(10));

        assertThat(report.trouble()).isNull();
        assertThat(report.count("AI answers")).isEqualTo(10);
        assertThat(report.count("AI retries")).isEqualTo(2);
    }

    @Test
    void leavesAnUnwellServerAloneAndComesBack() {
        openAi.behave(AiBehaviour.SERVER_ERROR);
        FitAnalyst analyst = analyst(settings());

        AnalysisReport report = analyse(analyst, profiles(1_000));

        assertThat(requests()).isEqualTo(5);
        assertThat(report.trouble()).contains("answered 500", "1,000 profiles are left to the rules");
        assertThat(analyse(analyst, profiles(1_000)).trouble()).contains("answered 500");
        assertThat(requests()).isEqualTo(5);

        time.pass(Duration.ofMinutes(5));
        analyse(analyst, profiles(1_000));
        assertThat(requests()).isEqualTo(6);

        openAi.behave(AiBehaviour.INFORMED);
        time.pass(Duration.ofMinutes(5));
        assertThat(analyse(analyst, profiles(1_000)).count("AI answers")).isEqualTo(1_000);
        assertThat(answered()).isEqualTo(1_000);
    }

    @Test
    void endsInTimeWhateverHangs() {
        openAi.behave(AiBehaviour.HANG);
        openAi.behaveNext(AiBehaviour.INFORMED, 2);

        AnalysisReport report = analyseUntil(50, profiles(200));

        assertThat(report.count("AI answers")).isEqualTo(50);
        assertThat(report.count("AI profiles left")).isEqualTo(150);
        assertThat(report.trouble())
                .isEqualTo(
                        "The AI's time in this run is used up, 150 profiles are left to the rules: the next run goes on;"
                                + " raise time-budget in jobs/ai.yml if this stays.");
        assertThat(answered()).isEqualTo(50);
    }

    @Test
    void endsInTimeWhenNothingIsEverAnswered() {
        openAi.behave(AiBehaviour.HANG);
        time.passWhilePolling(Duration.ofSeconds(1));

        AnalysisReport report = analyse(analyst(settings()), profiles(200));

        assertThat(requests()).isLessThanOrEqualTo(1);
        assertThat(report.trouble()).contains("did not answer in time, 200 profiles are left to the rules");
        // It may have been done, and paid for.
        assertThat(spent()).isPositive();
    }

    @Test
    void aLongOutageDoesNotUseUpTheDaysMoney() {
        openAi.behave(AiBehaviour.HANG);
        time.passWhilePolling(Duration.ofSeconds(10));

        // A process of its own every five minutes, as cron starts them.
        for (int run = 0; run < 12 * 12; run++) {
            Instant next = time.instant().plus(Duration.ofMinutes(5));
            analyse(analyst(settings()), profiles(200));
            time.pass(Duration.between(time.instant(), next));
        }

        assertThat(spent()).isPositive().isLessThan(AiMoney.DEFAULT.budgetMicros() / 4);
        assertThat(requests()).isLessThan(40);

        openAi.behave(AiBehaviour.INFORMED);
        time.passWhilePolling(Duration.ZERO);
        time.pass(Duration.ofHours(1));
        assertThat(analyse(analyst(settings()), profiles(200)).count("AI answers"))
                .isEqualTo(200);
        assertThat(analyse(analyst(settings()), profiles(400)).count("AI answers"))
                .isEqualTo(200);
    }

    @Test
    void takesARefusalForAnAnswer() {
        openAi.behave(AiBehaviour.REFUSAL);
        FitAnalyst analyst = analyst(settings());

        AnalysisReport report = analyse(analyst, profiles(10));

        assertThat(report.count("AI refused")).isEqualTo(10);
        assertThat(requests()).isEqualTo(3);
        assertThat(insight(profiles(1).get(0))).isEqualTo(new FitInsight(null, Gap.REFUSED, Double.NaN));
        analyse(analyst, profiles(10));
        assertThat(requests()).isEqualTo(3);

        openAi.behave(AiBehaviour.INFORMED);
        time.pass(Duration.ofHours(1));
        assertThat(analyse(analyst, profiles(10)).count("AI answers")).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_JSON", "LENGTH"})
    void asksInHalvesWhenAnAnswerIsBroken(AiBehaviour behaviour) {
        openAi.behaveNext(behaviour, 1);
        AnalysisReport mended = analyse(analyst(settings()), profiles(25));
        assertThat(requests()).isEqualTo(3);
        assertThat(mended.count("AI answers")).isEqualTo(25);

        openAi.behave(behaviour);
        List<FitProfile> others = profiles(50).subList(25, 50);
        AnalysisReport broken = analyse(analyst(settings()), others);
        assertThat(requests()).isEqualTo(6);
        assertThat(broken.count("AI broken answers")).isEqualTo(25);
        assertThat(insight(others.get(0)).gap()).isEqualTo(Gap.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_SCHEMA", "PROFILE_MISSING"})
    void losesNoMoreThanTheProfileThatIsBroken(AiBehaviour behaviour) {
        openAi.behave(behaviour);

        AnalysisReport report = analyse(analyst(settings()), profiles(25));

        assertThat(requests()).isEqualTo(1);
        assertThat(report.count("AI answers")).isEqualTo(24);
        assertThat(report.count("AI broken answers")).isEqualTo(1);
    }

    @Test
    void sendsAWrongKeyOnce() {
        FitAnalyst analyst = analyst(settings("sk-wrong", AiRequests.DEFAULT, AiMoney.DEFAULT));

        AnalysisReport report = analyse(analyst, profiles(1_000));
        analyse(analyst, profiles(1_000));

        assertThat(requests()).isEqualTo(1);
        assertThat(report.trouble())
                .isEqualTo(
                        "The AI at 127.0.0.1 refused the key, 1,000 profiles are left to the rules: check OPENAI_API_KEY.");
        assertThat(spent()).isZero();
    }

    @Test
    void stopsAtOnceWhenTheCreditIsUsedUp() {
        FitAnalyst analyst = analyst(settings());
        analyse(analyst, profiles(100));
        int before = requests();
        openAi.exhaustQuota(true);

        AnalysisReport report = analyse(analyst, profiles(1_000));

        assertThat(requests() - before)
                .isLessThanOrEqualTo(settings().requests().concurrency());
        assertThat(report.trouble()).contains("credit", "add some there");

        openAi.exhaustQuota(false);
        time.pass(Duration.ofMinutes(6));
        assertThat(analyse(analyst, profiles(1_000)).count("AI answers")).isEqualTo(900);
    }

    @Test
    void namesTheSettingOfAnUnknownModel() {
        AnalysisReport report =
                analyst(settings()).analyse(PORTAL, weights("nonesuch"), profiles(100), BUDGET, done -> {});

        assertThat(requests()).isEqualTo(1);
        assertThat(report.trouble()).contains("does not know the model", "OPENAI_MODEL");
    }

    @Test
    void saysWhenThereIsNoServer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        AiSettings nowhere = new AiSettings(
                "any",
                URI.create("http://127.0.0.1:" + port + "/v1"),
                settings().choice(),
                BUDGET,
                AiRequests.DEFAULT,
                AiMoney.DEFAULT);

        AnalysisReport report = analyse(analyst(nowhere), profiles(1_000));

        assertThat(report.trouble()).contains("cannot be reached", "OPENAI_BASE_URL");
        assertThat(report.count("AI requests")).isEqualTo(5);
        assertThat(spent()).isZero();
    }

    @Test
    void spendsNoMoreThanTheDayAllows() {
        FitAnalyst analyst = analyst(settings(sandbox.openAiKey(), AiRequests.DEFAULT, budget(0.20)));

        AnalysisReport report = analyse(analyst, profiles(1_000));

        assertThat(spent()).isLessThanOrEqualTo(200_000);
        assertThat(report.count("AI answers")).isBetween(25L, 300L);
        assertThat(report.trouble()).startsWith("The AI's $0.20 for today (UTC) are used up, ");
        int before = requests();
        analyse(analyst, profiles(1_000));
        assertThat(requests() - before).isLessThanOrEqualTo(2);

        time.pass(Duration.ofDays(1));
        assertThat(analyse(analyst, profiles(1_000)).count("AI answers")).isPositive();
    }

    @Test
    void spendsNothingWhenNothingMayBeSpent() {
        AnalysisReport report =
                analyse(analyst(settings(sandbox.openAiKey(), AiRequests.DEFAULT, budget(0))), profiles(10));

        assertThat(requests()).isZero();
        assertThat(report.trouble()).contains("daily-budget");
    }

    @Test
    void countsWhatTheServerSaysItTook() {
        AnalysisReport report = analyse(analyst(settings()), profiles(25));

        AiUse use = door(AiSpending.class).of(PORTAL, LocalDate.of(2026, 11, 23));
        assertThat(use.requests()).isEqualTo(1);
        assertThat(use.promptTokens()).isPositive().isEqualTo(report.count("AI prompt tokens"));
        assertThat(use.completionTokens()).isPositive().isEqualTo(report.count("AI completion tokens"));
        assertThat(use.microDollars()).isEqualTo(2 * use.promptTokens() + 8 * use.completionTokens());
    }

    @Test
    void keepsWithinTheLimitsAMinute() {
        AiRequests usual = AiRequests.DEFAULT;
        AiRequests slow = new AiRequests(
                25,
                usual.answerTokens(),
                usual.temperature(),
                1,
                2,
                usual.tokensPerMinute(),
                usual.timeout(),
                0,
                usual.embeddingsPerRequest(),
                usual.failures(),
                usual.rest());

        AnalysisReport report = analyse(analyst(settings(sandbox.openAiKey(), slow, AiMoney.DEFAULT)), profiles(1_000));

        // Two at once, two after each of the minutes that the run has.
        assertThat(requests()).isBetween(4, 6);
        assertThat(report.trouble()).contains("The AI's time in this run is used up");
    }

    @Test
    void keepsAnswersOfACallerThatFails() {
        new TransactionTemplate(door(JdbcTransactionManager.class)).executeWithoutResult(status -> {
            analyse(analyst(settings()), profiles(60));
            status.setRollbackOnly();
        });

        assertThat(answered()).isEqualTo(60);
    }

    @Test
    void goesOnWhereAProcessWasKilled() {
        openAi.behaveNext(AiBehaviour.INFORMED, 2);
        openAi.behaveNext(AiBehaviour.HANG, 8);
        analyseUntil(50, profiles(250));
        openAi.behave(AiBehaviour.INFORMED);

        AnalysisReport report = analyse(analyst(settings()), profiles(250));

        assertThat(report.count("AI cache hits")).isEqualTo(50);
        assertThat(report.count("AI requests")).isEqualTo(8);
        assertThat(answered()).isEqualTo(250);
    }

    /** Time is up as soon as so many are answered. */
    private AnalysisReport analyseUntil(long answers, List<FitProfile> profiles) {
        return analyst(settings()).analyse(PORTAL, weights(), profiles, BUDGET, done -> {
            if (done == answers) {
                time.pass(BUDGET);
            }
        });
    }

    @Test
    void doesNothingWithoutAKeyOrAnAi() {
        FitAnalyst off = analyst(new AiSettings(
                null, sandbox.openAiBaseUrl(), settings().choice(), BUDGET, AiRequests.DEFAULT, AiMoney.DEFAULT));

        assertThat(off.isOn()).isFalse();
        assertThat(analyse(off, profiles(10))).isEqualTo(new AnalysisReport(Map.of(), null));
        assertThat(off.embed(PORTAL, weights(), profiles(10), BUDGET).counts()).isEmpty();
        assertThat(analyst(settings())
                        .analyse(PORTAL, weights().withAi(null), profiles(10), BUDGET, done -> {})
                        .counts())
                .isEmpty();
        assertThat(requests()).isZero();
    }

    @Test
    void asksAnewForAnotherModel() {
        FitAnalyst analyst = analyst(settings());
        analyse(analyst, profiles(10));

        analyst.analyse(PORTAL, weights("gpt-4o"), profiles(10), BUDGET, done -> {});

        assertThat(requests()).isEqualTo(2);
        assertThat(door(FitAnswers.class).count(PORTAL, AnswerKey.of(weights("gpt-4o"))))
                .isEqualTo(10);
    }
}
