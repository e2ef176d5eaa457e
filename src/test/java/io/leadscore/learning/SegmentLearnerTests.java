package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.Condition;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Segment;
import io.leadscore.scoring.SegmentModel;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two regions in which opposite plans are bought, and a handful of leads that are told apart from both. */
class SegmentLearnerTests {

    private static final ScoringProfile PROFILE = World.profile()
            .withSegments(List.of(
                    segment("few", Map.of("channel", oneOf("c0"), "region", oneOf("r0"))),
                    segment("north", Map.of("region", oneOf("r0", "r1"))),
                    segment("south", Map.of("region", oneOf("r2", "r3")))));

    private static final World LEARNT = opposite(1, 3_000);
    private static final Recalibration RESULT = run(PROFILE, LEARNT);
    private static final WeightSet SCALED = scaled(toScore(RESULT));

    @Test
    void segmentsWhoseBuyersDifferGetWeightsOfTheirOwn() {
        List<SegmentVerdict> verdicts = verdicts(RESULT);

        assertThat(SCALED.segmentModels()).extracting(SegmentModel::segment).containsExactly("north", "south");
        assertThat(verdicts).extracting(SegmentVerdict::own).containsExactly(false, true, true);
        assertThat(verdicts.get(0).why()).startsWith("too few deals");
        assertThat(verdicts.get(0).won() + verdicts.get(0).lost()).isBetween(10L, 199L);
        for (SegmentVerdict verdict : verdicts.subList(1, 3)) {
            assertThat(verdict.ownRocAuc()).isGreaterThan(Objects.requireNonNull(verdict.commonRocAuc()) + 0.1);
            assertThat(verdict.judgedDeals()).isGreaterThan(100);
        }
    }

    @Test
    void pointsOfAllSegmentsRankTogetherBetterThanTheCommonOnes() {
        World other = opposite(2, 3_000);
        WeightSet common = scaled(toScore(RESULT).withSegments(List.of()));

        assertThat(Objects.requireNonNull(SCALED.scale()).basis()).isEqualTo(Scale.Basis.ODDS);
        assertThat(rocAuc(SCALED, other)).isGreaterThan(rocAuc(common, other) + 0.1);
        LeadScorer scorer = new LeadScorer(SCALED);
        long high = other.deals().stream()
                .filter(one -> scorer.points(LevelTrial.lead(one)) >= 80)
                .count();
        assertThat(100.0 * high / other.deals().size()).isBetween(1.0, 10.0);
    }

    @Test
    void theSameChanceHasTheSamePointsInEverySegment() {
        LeadScorer scorer = new LeadScorer(SCALED);
        Map<Integer, List<Double>> chances = new TreeMap<>();
        for (DealHistory one : LEARNT.deals()) {
            Lead lead = LevelTrial.lead(one);
            var score = scorer.score(lead);
            if (score.points() > 0 && score.points() < 100) {
                chances.computeIfAbsent(score.points(), unused -> new ArrayList<>())
                        .add(score.probability().percent());
            }
        }
        assertThat(chances.values()).allSatisfy(alike -> assertThat(
                        alike.stream().mapToDouble(one -> one).max().orElse(0)
                                - alike.stream().mapToDouble(one -> one).min().orElse(0))
                .isLessThan(4));
    }

    @Test
    void aSegmentWithFewDealsLeansOnWhatAllDealsSay() {
        World few = opposite(3, 900);
        Recalibration ofFew = run(PROFILE, few);

        assertThat(verdicts(ofFew)).extracting(SegmentVerdict::own).containsExactly(false, true, true);
        World other = opposite(2, 3_000);
        assertThat(rocAuc(scaled(toScore(ofFew), few), other)).isGreaterThan(rocAuc(SCALED, other) - 0.05);
    }

    @Test
    void saysSoWhereTooFewLeadsAreThereToDrawAScaleOfOdds() {
        TodaysLeads leads = new TodaysLeads(toScore(RESULT), FitInsights.NONE);
        LEARNT.deals().subList(0, 50).forEach(one -> leads.add(LevelTrial.lead(one)));

        WeightSet few = leads.levelledAndScaled(DealSource.WithoutDeal.NONE, null);
        SegmentReport report = SegmentReport.counted(RESULT.assessment().segments(), leads.segments(), few);

        assertThat(few.segmentModels()).isEmpty();
        assertThat(report.verdicts()).noneMatch(SegmentVerdict::own);
        assertThat(report.verdicts().get(1).why()).startsWith("points are no odds yet");
        assertThat(report.verdicts().get(0).why()).startsWith("too few deals");
        SegmentLeads counted = Objects.requireNonNull(report.leads());
        assertThat(counted.inNone()
                        + counted.leads().values().stream()
                                .mapToLong(one -> one)
                                .sum())
                .isEqualTo(50);
        assertThat(counted.inSeveral()).isEqualTo(counted.leads().get("few"));
    }

    @Test
    void theSameDealsGiveTheSameBits() {
        assertThat(run(PROFILE, opposite(1, 3_000)).candidate()).isEqualTo(RESULT.candidate());
    }

    @Test
    void whereSegmentsAreAlikeOrNothingPredictsAllKeepTheCommonWeights() {
        int own = 0;
        for (int seed = 1; seed <= 5; seed++) {
            own += toScore(run(PROFILE, new World(seed, World.Settings.usual(1_200)).shuffled(seed)))
                    .segmentModels()
                    .size();
        }

        assertThat(own).isLessThanOrEqualTo(1);
    }

    @Test
    void aQuietWeekRewritesNobody() {
        WeightSet live = SCALED.withId(2);
        Recalibration next = new Recalibrator(
                        RecalibrationOptions.defaults(), live, FitInsights.NONE, World.NOW, phase -> {})
                .run(LEARNT);

        assertThat(verdicts(next)).extracting(SegmentVerdict::own).containsExactly(false, true, true);
        assertThat(next.verdict().decision()).isEqualTo(Verdict.Decision.KEEP);
        assertThat(next.renewed()).isNull();
    }

    private static Recalibration run(ScoringProfile profile, World world) {
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, World.NOW);
        world.forEachClosed(cohorts::add);
        world.forEachOpen(cohorts::addOpen);
        WeightSet first = WeightSet.initial(1, World.NOW, "1.0", profile, cohorts.build());
        return new Recalibrator(RecalibrationOptions.defaults(), first, FitInsights.NONE, World.NOW, phase -> {})
                .run(world);
    }

    private static WeightSet toScore(Recalibration result) {
        return Objects.requireNonNull(
                result.verdict().decision() == Verdict.Decision.PROMOTE ? result.candidate() : result.renewed());
    }

    private static WeightSet scaled(WeightSet weights) {
        return scaled(weights, LEARNT);
    }

    private static WeightSet scaled(WeightSet weights, World world) {
        TodaysLeads leads = new TodaysLeads(weights, FitInsights.NONE);
        world.deals().forEach(one -> leads.add(LevelTrial.lead(one)));
        return leads.levelledAndScaled(DealSource.WithoutDeal.NONE, null);
    }

    private static List<SegmentVerdict> verdicts(Recalibration result) {
        return Objects.requireNonNull(result.assessment().segments()).verdicts();
    }

    private static double rocAuc(WeightSet weights, World world) {
        LeadScorer scorer = new LeadScorer(weights);
        List<DealHistory> closed =
                world.deals().stream().filter(one -> one.deal().isClosed()).toList();
        double[] points = new double[closed.size()];
        boolean[] won = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = scorer.points(LevelTrial.lead(closed.get(i)));
            won[i] = closed.get(i).deal().outcome() == Outcome.WON;
        }
        return new Predictions(points, won).rocAuc();
    }

    /** In two regions the larger plans are bought, in the other two the smaller ones. */
    private static World opposite(long seed, int deals) {
        Random random = new Random(seed);
        return new World(seed, World.Settings.usual(deals).fast()).retold(one -> {
            String region = Objects.requireNonNull(one.deal().custom().get("region"));
            String plan = Objects.requireNonNull(one.lead().contact().custom().get("plan"));
            int sign = region.equals("r0") || region.equals("r1") ? 1 : -1;
            double chance = LogisticFit.probability(-1.8 + sign * 1.1 * (plan.charAt(1) - '2'));
            boolean won = random.nextDouble() < chance;
            return one.deal().isClosed()
                    ? new DealHistory(World.with(one.deal(), won ? Outcome.WON : Outcome.LOST), one.lead())
                    : one;
        });
    }

    private static Segment segment(String name, Map<String, Condition> where) {
        return new Segment(name, where);
    }

    private static Condition oneOf(String... values) {
        return new Condition(List.of(values));
    }
}
