package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.ScoreAssertions.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadscore.lead.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WeightSetTests {

    private final WeightSet weights = weights(
            PROFILE,
            new CohortRates.Builder(PROFILE, CREATED)
                    .add(new LeadFixture()
                            .company("RETAIL", 70L)
                            .deal(Outcome.WON, 100, 50, 1)
                            .closed())
                    .build());

    @Test
    void survivesJsonAndScoresTheSame() {
        JsonMapper json = JsonMapper.builder().build();

        WeightSet read = json.readValue(json.writeValueAsString(weights), WeightSet.class);

        assertThat(read).isEqualTo(weights);
        assertThat(new LeadScorer(read).score(RulesTests.hot().build()))
                .isEqualTo(new LeadScorer(weights).score(RulesTests.hot().build()));
    }

    @Test
    void explanationSurvivesJson() {
        JsonMapper json = JsonMapper.builder().build();
        Explanation explanation =
                new LeadScorer(weights).score(RulesTests.hot().build()).explanation();

        assertThat(json.readValue(json.writeValueAsString(explanation), Explanation.class))
                .isEqualTo(explanation);
    }

    @Test
    void learntWeightsChangeTheScore() {
        Map<String, Double> learnt = new LinkedHashMap<>(weights.signalWeights());
        learnt.put("email_replies", 60.0);
        learnt.put("meetings", 0.0);
        WeightSet renewed = new WeightSet(
                8,
                CREATED,
                "1.0",
                PROFILE,
                new ComponentWeights(0, 60, 20, 20),
                learnt,
                weights.cohorts(),
                weights.calibration(),
                weights.provenance(),
                null,
                null,
                null,
                null);

        Score score = ScoreAssertions.score(RulesTests.hot().build(), renewed);

        // replies: 60 % x 60 % = 36 points; a component without weight still has a level
        assertThat(ScoreAssertions.contribution(score, "email_replies").maxHundredths())
                .isEqualTo(3600);
        assertThat(ScoreAssertions.contribution(score, "industry").maxHundredths())
                .isZero();
        assertThat(score.fit()).isEqualTo(Priority.HIGH);
        assertThat(score.modelVersion()).isEqualTo("1.0-w8");
    }

    @Test
    void unevenWeightsStillShareExactlyHundredPoints() {
        WeightSet uneven = new WeightSet(
                9,
                CREATED,
                "1.0",
                PROFILE,
                new ComponentWeights(33.33, 33.33, 33.33, 0.01),
                weights.signalWeights(),
                weights.cohorts(),
                weights.calibration(),
                weights.provenance(),
                null,
                null,
                null,
                null);

        ScoreAssertions.score(RulesTests.hot().build(), uneven);
    }

    @Test
    void refusesWeightForUnknownSignal() {
        Map<String, Double> wrong = new LinkedHashMap<>(weights.signalWeights());
        wrong.put("horoscope", 0.0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightSet(
                        8,
                        CREATED,
                        "1.0",
                        PROFILE,
                        PROFILE.weights(),
                        wrong,
                        weights.cohorts(),
                        weights.calibration(),
                        weights.provenance(),
                        null,
                        null,
                        null,
                        null))
                .withMessage("signal-weights must have exactly the signals of the profile");
    }

    @Test
    void saysWhereItComesFrom() {
        assertThat(weights.provenance().origin()).isEqualTo("defaults");
        assertThat(weights.provenance().counts()).containsEntry("won", 1L);
        assertThat(weights.provenance().profileFingerprint()).isEqualTo(PROFILE.fingerprint());
        assertThat(weights.withId(12).label()).isEqualTo("1.0-w12");
    }
}
