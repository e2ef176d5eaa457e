package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StaticFacts;
import io.leadscore.lead.TrackRecord;
import io.leadscore.learning.Verdict.Decision;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Effects;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weekly job's maths on accounts whose rule is known. */
class RecalibratorTests {

    private static final RecalibrationOptions OPTIONS = RecalibrationOptions.defaults();

    @Test
    void learnsWhatDecidesAndProvesIt() {
        World world = new World(3, World.Settings.usual(3_000));

        Recalibration result = recalibrate(world);

        assertThat(result.verdict().decision()).isEqualTo(Decision.PROMOTE);
        Evaluation evaluation = Objects.requireNonNull(result.assessment().evaluation());
        assertThat(evaluation.against(Evaluation.INCUMBENT).rocAuc().value()).isPositive();
        assertThat(evaluation.against(Evaluation.BASE_RATE).logLossSaved().low())
                .isPositive();
        WeightSet candidate = Objects.requireNonNull(result.candidate());
        Predictions fresh = predict(candidate, new World(1_003, World.Settings.usual(2_000)));
        Predictions reference = Reference.logistic(world, new World(1_003, World.Settings.usual(2_000)));
        assertThat(fresh.rocAuc()).isGreaterThan(reference.rocAuc() - 0.02);
        assertThat(fresh.calibrationError()).isLessThan(0.05);
        assertThat(fresh.logLoss()).isLessThan(reference.logLoss() + 0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void scoresRankAsWellAsALogisticOnTheSameColumns(double effect) {
        World.Settings settings = World.Settings.usual(3_000).withEffect(effect);
        World world = new World(3, settings);
        World other = new World(1_003, settings);

        LevelTrial trial = LevelTrial.of("world", world, other);

        assertThat(trial.promoted()).isTrue();
        assertThat(trial.scores().rocAuc()).isGreaterThan(trial.reference().rocAuc() - 0.01);
        assertThat(trial.chances().rocAuc()).isGreaterThan(trial.reference().rocAuc() - 0.01);
        assertThat(trial.chances().calibrationError()).isLessThan(0.05);
    }

    @Test
    void whatScoresHasLearntFromTheNewestDealsAndWhatIsJudgedHasNot() {
        World world = new World(3, World.Settings.usual(1_000));
        DealHistory newest = world.deals().stream()
                .filter(one -> one.deal().isClosed())
                .max(Comparator.comparing(one -> one.deal().createdAt()))
                .orElseThrow();
        World renamed = world.retold(one -> one.deal().createdAt().isAfter(World.NOW.minus(Duration.ofDays(150)))
                ? World.withPlan(one, "new")
                : one);

        Recalibration result = recalibrate(renamed);

        assertThat(newest.deal().createdAt()).isAfter(World.NOW.minus(Duration.ofDays(150)));
        WeightSet candidate = Objects.requireNonNull(result.candidate());
        Effects plan = Objects.requireNonNull(
                CohortScheme.of(candidate.cohorts()).effects().get("custom:plan"));
        assertThat(plan.logOdds()).containsOnlyKeys("p0", "p1", "p2", "p3", "p4", "new");
        assertThat(result.assessment().notes()).anyMatch(note -> note.startsWith("What is judged was learnt from"));
    }

    @Test
    void weightsMoveStepByStepOnceTheyAreLearnt() {
        World world = new World(3, World.Settings.usual(2_000));
        WeightSet first = next(recalibrate(world));
        World later = new World(13, World.Settings.usual(2_000).withEffect(1.5));

        Recalibration second = new Recalibrator(OPTIONS, first, FitInsights.NONE, World.NOW, phase -> {}).run(later);

        WeightSet candidate = Objects.requireNonNull(second.candidate());
        for (Component component : Component.values()) {
            // The step binds what a component makes of the difference between deals; weights are that over its spread.
            assertThat(candidate.componentWeights().of(component))
                    .isBetween(
                            first.componentWeights().of(component) / 3,
                            first.componentWeights().of(component) * 3 + 5);
        }
    }

    @Test
    void sameLedgerSameBits() {
        World world = new World(5, World.Settings.usual(600));

        assertThat(recalibrate(world)).isEqualTo(recalibrate(world));
    }

    @Test
    void learnsWhatALeadsOwnDealsAreWorth() {
        World world = new World(4, World.Settings.usual(1_500)).withEarlierDeals();

        Recalibration result = recalibrate(world);

        assertThat(result.verdict().decision()).isEqualTo(Decision.PROMOTE);
        WeightSet candidate = Objects.requireNonNull(result.candidate());
        assertThat(candidate.componentWeights().outcome()
                        * candidate.signalWeights().getOrDefault("own_deals", 0.0))
                .isGreaterThan(2_000);
        LeadScorer scorer = new LeadScorer(candidate);
        List<Double> ofBuyers = new ArrayList<>();
        List<Double> ofOthers = new ArrayList<>();
        for (DealHistory one : world.deals().subList(0, 300)) {
            LeadHistory lead = one.lead();
            boolean bought = TrackRecord.before(one.deal(), lead.deals()).won() > 0;
            Lead then = lead.asOf(one.deal().createdAt(), one.deal(), OPTIONS.statics());
            (bought ? ofBuyers : ofOthers).add(scorer.score(then).probability().percent());
        }
        assertThat(mean(ofBuyers)).isBetween(62.0, 80.0);
        assertThat(mean(ofOthers)).isBetween(22.0, 36.0);
    }

    @Test
    void learnsThatAttemptsInVainSpeakAgainstALead() {
        World world = new World(4, World.Settings.usual(1_500)).withAttempts();

        Recalibration result = recalibrate(world);

        assertThat(result.verdict().decision()).isEqualTo(Decision.PROMOTE);
        WeightSet candidate = Objects.requireNonNull(result.candidate());
        assertThat(candidate.componentWeights().engagement()
                        * candidate.signalWeights().getOrDefault("unanswered", 0.0))
                .isGreaterThan(2_000);
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void whereNothingPredictsTheProbabilityIsFlat() {
        World world = new World(1, World.Settings.usual(2_000).withEffect(0).fast());

        Recalibration result = recalibrate(world);

        assertThat(result.verdict().decision()).isEqualTo(Decision.KEEP);
        WeightSet renewed = Objects.requireNonNull(result.renewed());
        World later = new World(77, World.Settings.usual(2_000).withEffect(0).fast());
        Predictions fresh = predict(renewed, later);
        for (double probability : fresh.probabilities()) {
            assertThat(probability).isBetween(fresh.rate() - 0.05, fresh.rate() + 0.05);
        }
    }

    @Test
    void shuffledOutcomesPromoteNothing() {
        int promoted = 0;
        for (int seed = 1; seed <= 25; seed++) {
            World shuffled = new World(seed, World.Settings.usual(400).fast()).shuffled(seed);
            promoted += recalibrate(shuffled).verdict().decision() == Decision.PROMOTE ? 1 : 0;
        }

        assertThat(promoted).isLessThanOrEqualTo(1);
    }

    @Test
    void fewDealsKeepTheWeightsAndSaySo() {
        for (int deals : new int[] {0, 5, 20, 100}) {
            World world = new World(2, World.Settings.usual(deals));

            Recalibration result = recalibrate(world);

            assertThat(result.verdict().decision()).isEqualTo(Decision.NOT_ENOUGH_DATA);
            assertThat(result.candidate()).isNull();
            if (result.renewed() != null) {
                assertThat(result.renewed().componentWeights())
                        .isEqualTo(world.initial().componentWeights());
                assertThat(result.renewed().calibration().enoughData()).isFalse();
            }
        }
    }

    @Test
    void onlyWinsOrOnlyLossesAreNotEnough() {
        for (double intercept : new double[] {-30, 30}) {
            World world = new World(2, World.Settings.usual(500).withEffect(0).withIntercept(intercept));

            assertThat(recalibrate(world).verdict().decision()).isEqualTo(Decision.NOT_ENOUGH_DATA);
        }
    }

    @Test
    void aPropertyWrittenByTheOutcomeIsSetAside() {
        World world = new World(8, World.Settings.usual(1_000)).withLeak("plan");

        Recalibration result = recalibrate(world);

        WeightSet candidate = Objects.requireNonNull(result.candidate());
        assertThat(candidate.signalWeights()).containsEntry("plan", 0.0);
        assertThat(result.assessment().notes()).anyMatch(note -> note.contains("Signal plan alone foretells"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9})
    void aPropertyThatIsFilledInForSomeWonDealsIsSetAside(double share) {
        World world = new World(8, World.Settings.usual(1_500)).withHalfFilledLeak(share);

        Recalibration result = recalibrate(world);

        assertThat(result.assessment().notes()).anyMatch(note -> note.contains("Signal visits is known of"));
        assertThat(next(result).signalWeights()).containsEntry("visits", 0.0);
        assertThat(Objects.requireNonNull(result.candidate()).signalWeights()).containsEntry("visits", 0.0);
    }

    @Test
    void noHonestPropertyIsSetAside() {
        World world = new World(8, World.Settings.usual(1_500));

        assertThat(recalibrate(world).assessment().notes()).noneMatch(note -> note.contains("set aside"));
    }

    @Test
    void whatIsNotListedAsUnchangedCannotGetIn() {
        RecalibrationOptions strict = new RecalibrationOptions(
                OPTIONS.history(),
                StaticFacts.of(List.of("industry")),
                OPTIONS.limits(),
                OPTIONS.promotion(),
                OPTIONS.calibrationWindow(),
                OPTIONS.beforeClose(),
                OPTIONS.shadow(),
                OPTIONS.seed());
        World leaking = new World(8, World.Settings.usual(1_000)).withLeak("visits");

        Recalibration result =
                new Recalibrator(strict, leaking.initial(), FitInsights.NONE, World.NOW, phase -> {}).run(leaking);

        Evaluation evaluation = Objects.requireNonNull(result.assessment().evaluation());
        assertThat(evaluation.model(Evaluation.CANDIDATE).rocAuc().value()).isLessThan(0.8);
    }

    @Test
    void probabilitiesFollowARateThatChanged() {
        World world = new World(2, World.Settings.usual(8_000).fast().doubledFor(14));
        WeightSet next = next(recalibrate(world));
        World lately = new World(900, World.Settings.usual(60_000).fast().doubledFor(14));

        Predictions fresh = predict(next, lately, world.lately(lately));

        assertThat(mean(fresh)).isBetween(fresh.rate() * 0.7, fresh.rate() * 1.3);
    }

    @Test
    void openDealsAreNotOverestimated() {
        World world = new World(4, World.Settings.usual(6_000));
        WeightSet next = next(recalibrate(world));
        LeadScorer scorer = new LeadScorer(next);
        double predicted = 0;
        double came = 0;
        for (Lead lead : world.openLeads()) {
            predicted += scorer.score(lead).probability().percent() / 100;
            came += world.willBeWon(lead) ? 1 : 0;
        }

        assertThat(predicted).isBetween(came / 1.5, came * 1.5);
    }

    @Test
    void ofSeveralDealsOfACompanyNoneIsOnBothSides() {
        World world = new World(6, World.Settings.usual(2_000).withDealsACompany(3));

        Evaluation evaluation =
                Objects.requireNonNull(recalibrate(world).assessment().evaluation());

        assertThat(evaluation.unseenCompaniesOnly()).isTrue();
        assertThat(evaluation.judgedDeals()).isBetween(300, 500);
    }

    @Test
    void countsWhatItLeavesOut() {
        World world = new World(9, World.Settings.usual(400));
        DealHistory one = world.deals().get(0);
        world.deals().set(0, new DealHistory(undated(one.deal()), one.lead()));

        assertThat(recalibrate(world).assessment().counts()).containsEntry("left out: no close date", 1L);
    }

    private static DealFacts undated(DealFacts deal) {
        return new DealFacts(
                deal.id(),
                deal.createdAt(),
                deal.modifiedAt(),
                deal.amount(),
                null,
                deal.pipeline(),
                deal.stage(),
                deal.stageProbability(),
                Outcome.WON,
                deal.ownerId(),
                deal.custom());
    }

    private static Recalibration recalibrate(World world) {
        return new Recalibrator(OPTIONS, world.initial(), FitInsights.NONE, World.NOW, phase -> {}).run(world);
    }

    private static WeightSet next(Recalibration result) {
        return Objects.requireNonNull(
                result.verdict().decision() == Decision.PROMOTE ? result.candidate() : result.renewed());
    }

    private static Predictions predict(WeightSet weights, World world) {
        return predict(weights, world, world.deals());
    }

    /** The close probability of deals on the day they are made, against outcomes dealt by the world's rule. */
    private static Predictions predict(WeightSet weights, World world, List<DealHistory> deals) {
        LeadScorer scorer = new LeadScorer(weights);
        Random random = new Random(11);
        List<Double> probabilities = new ArrayList<>();
        boolean[] won = new boolean[deals.size()];
        for (int i = 0; i < won.length; i++) {
            DealHistory one = deals.get(i);
            Lead lead = one.lead().asOf(one.deal().createdAt(), one.deal(), OPTIONS.statics());
            probabilities.add(scorer.score(lead).probability().percent() / 100);
            won[i] = random.nextDouble() < world.truth(one.deal().id());
        }
        return new Predictions(
                probabilities.stream().mapToDouble(Double::doubleValue).toArray(), won);
    }

    private static double mean(Predictions predictions) {
        return Arrays.stream(predictions.probabilities()).average().orElse(Double.NaN);
    }
}
