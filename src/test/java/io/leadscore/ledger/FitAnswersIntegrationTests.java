package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.Answered.Outcome;
import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.Centroids;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitBand;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitInsight.Gap;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.FitReason;
import io.leadscore.scoring.Judgement;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FitAnswersIntegrationTests {

    private static final AnswerKey KEY = new AnswerKey("ideal", "1", "model");

    private final long portal = TestLedger.newPortal();
    private final FitAnswers answers;
    private final FitVectors vectors;

    FitAnswersIntegrationTests(TestLedger ledger) {
        this.answers = new FitAnswers(ledger.statements());
        this.vectors = new FitVectors(ledger.statements());
    }

    @Test
    void knowsWhoNeedNotBeAsked() {
        answers.record(
                portal,
                KEY,
                List.of(
                        answer("SPORTS", 0.91),
                        new Answered(profile("MUSIC"), null, Outcome.REFUSED),
                        new Answered(profile("DAIRY"), null, Outcome.BROKEN)),
                day(1));
        List<String> all = List.of(key("SPORTS"), key("MUSIC"), key("DAIRY"), key("MINING_METALS"));

        assertThat(answers.answered(portal, KEY, all, day(1)))
                .containsExactlyInAnyOrder(key("SPORTS"), key("MUSIC"), key("DAIRY"));
        assertThat(answers.answered(portal, KEY, all, day(2))).containsExactly(key("SPORTS"));
        assertThat(answers.count(portal, KEY)).isEqualTo(1);
        assertThat(answers.answered(portal, new AnswerKey("other", "1", "model"), all, day(1)))
                .isEmpty();
        assertThat(answers.answered(portal, KEY, List.of(), day(1))).isEmpty();
    }

    @Test
    void asksAgainLaterAndLater() {
        Instant at = day(1);
        for (Duration rest : List.of(
                Duration.ofHours(1),
                Duration.ofHours(6),
                Duration.ofHours(24),
                Duration.ofDays(7),
                Duration.ofDays(7))) {
            answers.record(portal, KEY, List.of(new Answered(profile("MUSIC"), null, Outcome.BROKEN)), at);

            assertThat(answers.answered(
                            portal, KEY, List.of(key("MUSIC")), at.plus(rest).minusMillis(1)))
                    .hasSize(1);
            at = at.plus(rest);
            assertThat(answers.answered(portal, KEY, List.of(key("MUSIC")), at)).isEmpty();
        }
        answers.record(portal, KEY, List.of(answer("MUSIC", 0.5)), at);

        assertThat(answers.answered(portal, KEY, List.of(key("MUSIC")), at.plus(Duration.ofDays(1_000))))
                .hasSize(1);
    }

    @Test
    void tellsAScorerWhatItKnows() {
        Centroids centroids = new Centroids(day(1), List.of(1.0, 0.0), List.of(0.0, 1.0), 1, 50, 50);
        WeightSet weights = weights(centroids);
        answers.record(
                portal,
                AnswerKey.of(weights),
                List.of(answer("SPORTS", 0.37), new Answered(profile("MUSIC"), null, Outcome.REFUSED)),
                day(1));
        vectors.record(portal, "vectors", Map.of(key("SPORTS"), new float[] {1, 0}, key("DAIRY"), new float[] {0, 1}));

        FitInsights insights = answers.insights(portal, weights);

        FitInsight sports = insights.of(profile("SPORTS"));
        assertThat(sports.analysis()).isEqualTo(answer("SPORTS", 0.37).analysis());
        assertThat(sports.lookAlike()).isEqualTo(1);
        assertThat(insights.of(profile("MUSIC"))).isEqualTo(new FitInsight(null, Gap.REFUSED, Double.NaN));
        assertThat(insights.of(profile("DAIRY"))).isEqualTo(new FitInsight(null, Gap.NOT_YET, 0));
        assertThat(insights.of(profile("LIBRARIES"))).isEqualTo(FitInsight.NOT_YET);

        answers.record(portal, AnswerKey.of(weights), List.of(answer("LIBRARIES", 1)), day(1));
        assertThat(insights.of(profile("LIBRARIES"))).isEqualTo(FitInsight.NOT_YET);
        assertThat(answers.insights(portal, weights).of(profile("LIBRARIES")).isKnown())
                .isTrue();
        assertThat(answers.insights(portal, weights.withAi(null))).isSameAs(FitInsights.NONE);
    }

    @Test
    void keepsVectorsToTheLastBit() {
        float[] vector = {0.1f, -3e-20f, Float.MIN_VALUE, 1};
        vectors.record(portal, "m@4", Map.of("a", vector));

        assertThat(vectors.get(portal, "m@4", List.of("a", "b"))).containsOnlyKeys("a");
        assertThat(vectors.get(portal, "m@4", List.of("a")).get("a")).containsExactly(vector);
        assertThat(vectors.known(portal, "m@4", List.of("a", "b"))).containsExactly("a");
        assertThat(vectors.known(portal, "m@8", List.of("a"))).isEmpty();
    }

    private static FitProfile profile(String industry) {
        return new FitProfile(Map.of("industry", industry));
    }

    private static String key(String industry) {
        return profile(industry).key();
    }

    private static Answered answer(String industry, double confidence) {
        Map<Criterion, Judgement> judgements = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            judgements.put(criterion, new Judgement(FitBand.GOOD, FitReason.WON_BEFORE, confidence));
        }
        return new Answered(profile(industry), new FitAnalysis("model-2026", judgements), Outcome.ANSWERED);
    }

    private static WeightSet weights(@Nullable Centroids centroids) {
        ScoringProfile profile = ScoringProfileFile.packaged();
        return WeightSet.initial(1, day(1), "1.0", profile, new CohortRates.Builder(profile, day(1)).build())
                .withAi(new AiContext(
                        new AiChoice("model", "1", "vectors", 0.7), new LearntIdeal(day(1), Map.of()), centroids));
    }
}
