package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.SegmentationTests.oneOf;
import static io.leadscore.scoring.SegmentationTests.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Lead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Leads of segments that have weights of their own, on the one scale. */
class SegmentModelTests {

    private static final ScoringProfile SEGMENTED = PROFILE.withSegments(List.of(
            segment("dach", Map.of("country", oneOf("DE", "AT"))), segment("france", Map.of("country", oneOf("FR")))));
    private static final Scale ODDS =
            new Scale(Scale.Basis.ODDS, -1, 1, new ComponentWeights(40, 20, 20, 20), null, 300);

    private final Lead german = lead("DE");
    private final Lead french = lead("FR");
    private final Lead spanish = lead("ES");

    @Test
    void aSegmentIsScoredByItsOwnWeightsOnTheCommonScale() {
        WeightSet own = weights(SEGMENTED, ODDS).withSegments(List.of(own()));
        LeadScorer scorer = new LeadScorer(own);
        LeadScorer alone = new LeadScorer(own().in(weights(PROFILE, ODDS)));

        Score score = scorer.score(german);

        assertThat(score.points()).isEqualTo(alone.score(german).points()).isEqualTo(scorer.points(german));
        assertThat(score.points()).isNotEqualTo(scorer.score(french).points());
        assertThat(score.probability()).isEqualTo(alone.score(german).probability());
        assertThat(score.modelVersion()).isEqualTo(own.label());
        assertThat(score.explanation().hundredths()).isEqualTo(100 * score.points());
        assertThat(ScoreAssertions.contribution(score, Rules.SEGMENT).sentence())
                .isEqualTo("in segment dach: by its own weights");
    }

    @Test
    void allOthersAreScoredAsIfThereWereNoSegments() {
        LeadScorer segmented = new LeadScorer(weights(SEGMENTED, ODDS).withSegments(List.of(own())));
        LeadScorer common = new LeadScorer(weights(PROFILE, ODDS));

        for (Lead lead : List.of(french, spanish)) {
            Score score = segmented.score(lead);
            assertThat(score.points()).isEqualTo(common.score(lead).points());
            assertThat(score.probability()).isEqualTo(common.score(lead).probability());
            assertThat(score.reasons()).isEqualTo(common.score(lead).reasons());
            assertThat(PlainReasons.of(score.explanation()))
                    .isEqualTo(PlainReasons.of(common.score(lead).explanation()));
        }
        assertThat(ScoreAssertions.contribution(segmented.score(french), Rules.SEGMENT)
                        .sentence())
                .isEqualTo("in segment france: by the common weights, for it has none of its own");
        assertThat(ScoreAssertions.contribution(segmented.score(spanish), Rules.SEGMENT)
                        .sentence())
                .isEqualTo("in no segment: by the common weights");
        assertThat(common.score(german).explanation().contributions())
                .extracting(Contribution::signal)
                .doesNotContain(Rules.SEGMENT);
    }

    @Test
    void wherePointsAreNoOddsAllHaveTheCommonWeights() {
        LeadScorer scorer = new LeadScorer(weights(SEGMENTED, null).withSegments(List.of(own())));

        assertThat(scorer.points(german)).isEqualTo(new LeadScorer(weights(PROFILE, null)).points(german));
    }

    @Test
    void comesBackFromTheLedgerToTheBit() {
        JsonMapper json = JsonMapper.builder().build();
        WeightSet own = weights(SEGMENTED, ODDS).withSegments(List.of(own()));

        WeightSet read = json.readValue(json.writeValueAsString(own), WeightSet.class);

        assertThat(read).isEqualTo(own);
        assertThat(new LeadScorer(read).score(german)).isEqualTo(new LeadScorer(own).score(german));
        WeightSet none = weights(PROFILE, ODDS);
        assertThat(json.readValue(json.writeValueAsString(none), WeightSet.class))
                .isEqualTo(none);
    }

    @Test
    void anEditThatSaysNothingElseOfASegmentLeavesItItsWeights() {
        WeightSet live = weights(SEGMENTED, ODDS).withSegments(List.of(own()));

        WeightSet heir = heir(SEGMENTED.withIdealClient(PROFILE.idealClient(), new Thresholds(70, 40)), live);

        assertThat(heir.segmentModels()).isEqualTo(live.segmentModels());
        assertThat(carried(heir).asksForLearning()).isFalse();
        assertThat(new LeadScorer(heir).points(german)).isEqualTo(new LeadScorer(live).points(german));
    }

    @Test
    void aSegmentThatIsToldOtherwiseIsNewOrIsGoneLearnsAnew() {
        WeightSet live = weights(SEGMENTED, ODDS).withSegments(List.of(own()));
        Segment edited = segment("dach", Map.of("country", oneOf("DE")));
        Segment added = segment("large", Map.of("company-size", oneOf("1000..")));

        for (Segment one : List.of(edited, added)) {
            WeightSet heir = heir(PROFILE.withSegments(List.of(one)), live);
            assertThat(heir.segmentModels()).isEmpty();
            assertThat(carried(heir).losses()).contains(new Loss(Loss.What.SEGMENT, one.name()));
            assertThat(carried(heir).asksForLearning()).isTrue();
        }
        assertThat(carried(heir(PROFILE, live)).sentences().get(0)).contains("the own weights of segment dach");
        assertThat(heir(PROFILE, live).segmentModels()).isEmpty();
    }

    private static WeightSet heir(ScoringProfile profile, WeightSet live) {
        return WeightSet.initial(8, CREATED, "1.0", profile, CohortRates.NONE).inheriting(live);
    }

    private static CarriedOver carried(WeightSet heir) {
        return Objects.requireNonNull(heir.provenance().carriedOver());
    }

    /** Buyers that industry alone tells apart. */
    private static SegmentModel own() {
        Map<String, Double> signals = new LinkedHashMap<>(WeightSet.defaultWeights(PROFILE));
        signals.replaceAll((signal, weight) -> WeightSet.components(PROFILE).get(signal) == Component.FIT
                ? (signal.equals(BuiltIn.INDUSTRY.key()) ? 100.0 : 0.0)
                : weight);
        return new SegmentModel(
                "dach", new ComponentWeights(97, 1, 1, 1), signals, Map.of(), null, calibration(4, -2.5));
    }

    private static WeightSet weights(ScoringProfile profile, @Nullable Scale scale) {
        return WeightSet.initial(7, CREATED, "1.0", profile, CohortRates.NONE)
                .withCalibration(calibration(2, -2), scale);
    }

    private static Calibration calibration(double slope, double intercept) {
        return new Calibration(
                0.2,
                400,
                80,
                true,
                90,
                new ProbabilityCurve(
                        ProbabilityCurve.Shape.LOGISTIC,
                        intercept,
                        List.of(slope),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of(0.04, 0.0, 0.0, 0.09)));
    }

    private static Lead lead(String country) {
        return new LeadFixture()
                .company("COMPUTER_SOFTWARE", 70L)
                .country(country)
                .reply(3)
                .build();
    }
}
