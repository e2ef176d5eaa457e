package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an edit of the profile leaves of what was learnt. */
class InheritanceTests {

    private static final Instant EDITED = CREATED.plus(Duration.ofDays(9));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScoringProfile profile = PROFILE.withCustomSignals(List.of(seats(10, null)));
    private final WeightSet learnt = learnt(profile);

    @Test
    void anEditOfAThresholdChangesTheThresholdsAlone() {
        ScoringProfile draft = edited(profile, root -> ((ObjectNode) root.get("thresholds")).put("high", 70));

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.thresholds()).isEqualTo(new Thresholds(70, 50));
        assertThat(heir.componentWeights()).isEqualTo(learnt.componentWeights());
        assertThat(heir.signalWeights()).isEqualTo(learnt.signalWeights());
        assertThat(heir.cohorts()).isEqualTo(learnt.cohorts());
        assertThat(heir.calibration()).isEqualTo(learnt.calibration());
        assertThat(heir.ranges()).isEqualTo(learnt.ranges());
        assertThat(heir.createdAt()).isEqualTo(learnt.createdAt());
        assertThat(heir.provenance().profileFingerprint()).isEqualTo(draft.fingerprint());
        assertThat(heir.provenance().dataUntil()).isEqualTo(learnt.provenance().dataUntil());
        assertThat(carried(heir)).isEqualTo(new CarriedOver(7, EDITED, List.of(), 0));
        assertThat(carried(heir).asksForLearning()).isFalse();
        assertThat(new LeadScorer(heir).score(RulesTests.hot().build()).probability())
                .isEqualTo(
                        new LeadScorer(learnt).score(RulesTests.hot().build()).probability());
    }

    @Test
    void aNewSignalHasTheProfilesWeightAndTheOthersKeepTheirProportions() {
        ScoringProfile draft =
                profile.withCustomSignals(List.of(seats(10, null), flag("pilot", Component.ENGAGEMENT, 20)));

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.signalWeights()).containsEntry("pilot", 20.0);
        assertThat(heir.signalWeights().get("email_replies")).isEqualTo(0.8 * 60, within(1e-9));
        assertThat(heir.signalWeights().get("email_opens")).isEqualTo(0.8 * 40, within(1e-9));
        assertThat(heir.signalWeights())
                .containsEntry("industry", learnt.signalWeights().get("industry"));
        assertThat(heir.calibration()).isEqualTo(learnt.calibration());
        assertThat(carried(heir).losses()).isEmpty();
        assertThat(carried(heir).movedPoints()).isEqualTo(0.2 * 25, within(1e-9));
        assertThat(carried(heir).sentences()).anyMatch(sentence -> sentence.contains("Up to 5 of 100 points"));
        assertThat(carried(heir).asksForLearning()).isTrue();
    }

    @Test
    void anotherOutcomeLosesTheProbability() {
        WeightSet heir = heir(
                edited(profile, root -> ((ObjectNode) root.at("/outcome")).put("means", "LIFECYCLE_CUSTOMER")), learnt);

        assertThat(heir.calibration().enoughData()).isFalse();
        assertThat(carried(heir).losses()).contains(Loss.of(Loss.What.PROBABILITY));
    }

    @Test
    void aSignalThatLeavesGivesItsShareToTheOthers() {
        WeightSet heir = heir(PROFILE, learnt);

        assertThat(heir.signalWeights()).doesNotContainKey("seats");
        assertThat(share(heir, "industry") / share(heir, "source"))
                .isEqualTo(share(learnt, "industry") / share(learnt, "source"), within(1e-9));
        assertThat(carried(heir).losses()).contains(new Loss(Loss.What.SIGNAL_GONE, "seats"));
        assertThat(heir.cohorts().dimensions()).containsOnlyKeys(learntDimensionsBut("custom:seats"));
    }

    @Test
    void aSignalThatIsMadeOtherwiseStartsFromTheProfile() {
        ScoringProfile draft =
                edited(profile, root -> ((ObjectNode) root.at("/signals/email_replies")).put("halfLife", "P90D"));

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.signalWeights()).containsEntry("email_replies", 30.0);
        assertThat(heir.signalWeights().get("email_opens")).isEqualTo(70.0, within(1e-9));
        assertThat(carried(heir).losses())
                .containsExactly(new Loss(Loss.What.SIGNAL_EDITED, "email_replies"), Loss.of(Loss.What.PROBABILITY));
        assertThat(carried(heir).lostProbability()).isTrue();
        assertThat(heir.calibration().enoughData()).isFalse();
        assertThat(heir.calibration().baseRate()).isEqualTo(learnt.calibration().baseRate());
        assertThat(heir.calibration().curve())
                .satisfies(curve ->
                        assertThat(Objects.requireNonNull(curve).shape()).isEqualTo(ProbabilityCurve.Shape.FLAT));
        assertThat(String.join(" ", carried(heir).sentences()))
                .contains("weight set 7", "email_replies (its value is made otherwise now)", "base rate");
    }

    @Test
    void aWeightThatTheOperatorEditsIsTheOperators() {
        ScoringProfile draft = edited(profile, root -> {
            ((ObjectNode) root.at("/signals/cohort_win_rate")).put("weight", 30.0);
            ((ObjectNode) root.at("/signals/cohort_deal_size")).put("weight", 20.0);
        });

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.signalWeights()).containsEntry("cohort_win_rate", 30.0).containsEntry("cohort_deal_size", 20.0);
        assertThat(heir.signalWeights()).containsEntry("cohort_sales_cycle", 15.0);
        assertThat(carried(heir).losses()).isEmpty();
    }

    @Test
    void aListThatGotLongerMeansTheSameAndOneThatChangedDoesNot() {
        ScoringProfile longer =
                edited(profile, root -> ((ObjectNode) root.at("/idealClient/industries/values")).put("RETAIL", 0.4));
        ScoringProfile changed =
                edited(profile, root -> ((ObjectNode) root.at("/idealClient/industries/values")).put("INTERNET", 0.1));

        assertThat(carried(heir(longer, learnt)).losses()).isEmpty();
        assertThat(heir(longer, learnt).signalWeights()).isEqualTo(learnt.signalWeights());
        assertThat(heir(longer, learnt).ranges()).isEqualTo(learnt.ranges());
        assertThat(carried(heir(changed, learnt)).losses()).contains(new Loss(Loss.What.SIGNAL_EDITED, "industry"));
        assertThat(heir(changed, learnt).ranges()).doesNotContainKey("industry");
    }

    @Test
    void cohortsThatAreDividedOtherwiseAreCountedAnew() {
        ScoringProfile draft =
                edited(profile, root -> ((ObjectNode) root.at("/idealClient/companySizes/1")).put("from", 20));

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.cohorts().dimensions().get("industry"))
                .isEqualTo(learnt.cohorts().dimensions().get("industry"));
        assertThat(Objects.requireNonNull(heir.cohorts().dimensions().get("company_size"))
                        .values())
                .isEmpty();
        assertThat(carried(heir).losses()).contains(new Loss(Loss.What.COHORTS, "company_size"));
    }

    @Test
    void whatIsLearntOfANumberStaysWhenOnlyItsWeightChanges() {
        WeightSet heir = heir(PROFILE.withCustomSignals(List.of(seats(15, null))), learnt);
        WeightSet otherwise = heir(PROFILE.withCustomSignals(List.of(seats(10, 100.0))), learnt);

        assertThat(heir.cohorts().dimensions().get("custom:seats"))
                .isEqualTo(learnt.cohorts().dimensions().get("custom:seats"));
        assertThat(heir.signalWeights()).containsEntry("seats", 15.0);
        assertThat(otherwise.cohorts().dimensions()).doesNotContainKey("custom:seats");
        assertThat(carried(otherwise).losses()).contains(new Loss(Loss.What.COHORTS, "custom:seats"));
    }

    @Test
    void editedComponentWeightsReplaceTheLearntOnes() {
        ScoringProfile draft = edited(profile, root -> {
            ((ObjectNode) root.get("weights")).put("fit", 40.0);
            ((ObjectNode) root.get("weights")).put("engagement", 20.0);
        });

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.componentWeights()).isEqualTo(new ComponentWeights(40, 20, 20, 20));
        assertThat(heir.signalWeights()).containsEntry("email_replies", 60.0);
        assertThat(carried(heir).losses()).contains(Loss.of(Loss.What.COMPONENT_WEIGHTS));
    }

    @Test
    void anotherHorizonIsAnotherProbability() {
        ScoringProfile draft = edited(profile, root -> ((ObjectNode) root.get("outcome")).put("horizon", "P30D"));

        WeightSet heir = heir(draft, learnt);

        assertThat(heir.calibration().enoughData()).isFalse();
        assertThat(heir.calibration().horizonDays()).isEqualTo(30);
        assertThat(carried(heir).losses()).containsExactly(Loss.of(Loss.What.PROBABILITY));
        assertThat(heir.signalWeights()).isEqualTo(learnt.signalWeights());
    }

    @Test
    void manySmallEditsInARowAreNotSmall() {
        WeightSet first = heir(
                profile.withCustomSignals(List.of(seats(10, null), flag("one", Component.ENGAGEMENT, 25))), learnt);
        WeightSet second = heir(
                profile.withCustomSignals(List.of(
                        seats(10, null), flag("one", Component.ENGAGEMENT, 25), flag("two", Component.ENGAGEMENT, 25))),
                first.withId(8));

        assertThat(first.calibration().enoughData()).isTrue();
        assertThat(second.calibration().enoughData()).isFalse();
        assertThat(carried(second).from()).isEqualTo(8);
        assertThat(carried(second).lostProbability()).isTrue();
    }

    @Test
    void whatOneEditLostIsStillLostAfterTheNext() {
        WeightSet first = heir(PROFILE, learnt).withId(8);
        WeightSet second = heir(edited(PROFILE, root -> ((ObjectNode) root.get("thresholds")).put("high", 70)), first);

        assertThat(carried(second).losses()).contains(new Loss(Loss.What.SIGNAL_GONE, "seats"));
        assertThat(carried(second).asksForLearning()).isTrue();
    }

    @Test
    void theScaleStaysWhereTheChanceDoes() {
        Scale scale = new Scale(Scale.Basis.ODDS, -2, -0.5, new ComponentWeights(40, 30, 20, 10), -0.4, 1_000);
        ScoringProfile otherwise = edited(profile, root -> ((ObjectNode) root.get("queue")).put("ceiling", 30));
        ScoringProfile anotherTime = edited(profile, root -> ((ObjectNode) root.get("outcome")).put("horizon", "P30D"));

        assertThat(heir(otherwise, learnt.withScale(scale)).scale()).isEqualTo(scale);
        assertThat(heir(anotherTime, learnt.withScale(scale)).scale()).isNull();
    }

    @Test
    void theAisWorthStays() {
        WeightSet worthless = learnt.withSignalWeights(AiCap.without(profile, learnt.signalWeights()));

        WeightSet heir =
                heir(edited(profile, root -> ((ObjectNode) root.get("thresholds")).put("medium", 40)), worthless);

        assertThat(AiCap.share(heir.signalWeights())).isZero();
    }

    @Test
    void survivesJson() {
        WeightSet heir = heir(PROFILE, learnt);

        assertThat(JSON.readValue(JSON.writeValueAsString(heir), WeightSet.class))
                .isEqualTo(heir);
    }

    private static String[] learntDimensionsBut(String gone) {
        return learnt(PROFILE.withCustomSignals(List.of(seats(10, null)))).cohorts().dimensions().keySet().stream()
                .filter(name -> !name.equals(gone))
                .toArray(String[]::new);
    }

    private static double share(WeightSet weights, String signal) {
        return weights.signalWeights().getOrDefault(signal, 0.0);
    }

    private static CarriedOver carried(WeightSet heir) {
        return Objects.requireNonNull(heir.provenance().carriedOver());
    }

    private static WeightSet heir(ScoringProfile draft, WeightSet earlier) {
        CohortRates counted =
                new CohortRates.Builder(draft, CohortScheme.inherited(earlier, draft), earlier.createdAt()).build();
        return WeightSet.initial(0, EDITED, "1.0", draft, counted).inheriting(earlier);
    }

    /** As the weekly job leaves it: learnt weights, ranges, trust, bands of a number, a curve by the score. */
    private static WeightSet learnt(ScoringProfile profile) {
        Map<String, Double> shares = new LinkedHashMap<>(WeightSet.defaultWeights(profile));
        shares.put("email_opens", 40.0);
        shares.put("email_replies", 60.0);
        shares.put("meetings", 0.0);
        shares.put("calls", 0.0);
        shares.put("total_engagement", 0.0);
        double industry = shares.getOrDefault("industry", 0.0);
        double location = shares.getOrDefault("location", 0.0);
        shares.put("industry", industry + location);
        shares.put("location", 0.0);
        shares.put("seats", shares.getOrDefault("seats", 0.0) - 4);
        shares.merge("source", 4.0, Double::sum);
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (String name : CohortKeys.BUILT_IN) {
            dimensions.put(name, new Dimension(33, Map.of("SOME", new Counts(40, 160, 4_000, 40, 900, 40))));
        }
        dimensions.put(
                "custom:seats",
                new Dimension(
                        25, Map.of("band 1", new Counts(30, 60, 0, 0, 0, 0)), List.of(10.0), Map.of("band 1", 1.4)));
        return new WeightSet(
                7,
                CREATED,
                "1.0",
                profile,
                new ComponentWeights(45, 25, 20, 10),
                shares,
                new CohortRates(new Counts(90, 310, 9_000, 90, 2_000, 90), new Matured(350, 76), dimensions),
                new Calibration(
                        0.217,
                        400,
                        90,
                        true,
                        90,
                        new ProbabilityCurve(
                                ProbabilityCurve.Shape.LOGISTIC,
                                -3.1,
                                List.of(4.2),
                                List.of(),
                                List.of(new AgeOffset(0, 0)),
                                -1.5,
                                -0.9,
                                List.of(),
                                List.of(0.04, -0.03, -0.03, 0.09))),
                Provenance.here("learnt", CREATED, Map.of("won", 90L), profile.fingerprint()),
                profile.thresholds(),
                Map.of("industry", new ValueRange(0.2, 0.9)),
                null,
                null);
    }

    private static CustomSignal seats(double weight, @Nullable Double cap) {
        return new CustomSignal(
                "seats",
                ObjectType.COMPANIES,
                "seats",
                Component.FIT,
                CustomSignal.Kind.NUMBER,
                weight,
                null,
                null,
                true,
                null,
                cap,
                null);
    }

    private static CustomSignal flag(String name, Component component, double weight) {
        return new CustomSignal(
                name,
                ObjectType.CONTACTS,
                name,
                component,
                CustomSignal.Kind.FLAG,
                weight,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ScoringProfile edited(ScoringProfile profile, Consumer<ObjectNode> edit) {
        ObjectNode tree = (ObjectNode) JSON.valueToTree(profile);
        edit.accept(tree);
        return JSON.treeToValue(tree, ScoringProfile.class);
    }
}
