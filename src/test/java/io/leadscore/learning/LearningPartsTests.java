package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.DealState;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.Prospect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The small parts, each by itself. */
class LearningPartsTests {

    private static final Instant NOW = World.NOW;

    @Test
    void cohortsThatDifferByChanceAreNotTrusted() {
        assertThat(EmpiricalBayes.strength(Map.of("a", counts(10, 100), "b", counts(11, 100)), Map.of()))
                .isEqualTo(5_000);
    }

    @Test
    void cohortsThatDifferAreTrusted() {
        // Variance between: (40 x (2 x 0.16^2) ... ) is far above 0.25 x 0.75 / 1000
        double strength = EmpiricalBayes.strength(Map.of("a", counts(100, 1_000), "b", counts(400, 1_000)), Map.of());

        // mean 0.25, spread 45, between (45 - 0.1875) / 1000 = 0.0448: 0.1875 / 0.0448 - 1 = 3.2, bounded by 5
        assertThat(strength).isEqualTo(5);
        assertThat(EmpiricalBayes.strength(Map.of("a", counts(200, 1_000), "b", counts(300, 1_000)), Map.of()))
                .isCloseTo(0.1875 / ((5 - 0.1875) / 1_000) - 1, within(1e-9));
    }

    @Test
    void oneCohortOrNoneSaysNothing() {
        assertThat(EmpiricalBayes.strength(Map.of(), Map.of())).isEqualTo(5_000);
        assertThat(EmpiricalBayes.strength(Map.of("a", counts(5, 9)), Map.of())).isEqualTo(5_000);
    }

    @Test
    void bandsHoldAboutEquallyMany() {
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        List<Double> cuts = NumberCuts.of(values);

        assertThat(cuts).hasSize(19).isSorted();
        assertThat(cuts.get(0)).isBetween(15.0, 25.0);
    }

    @Test
    void bandsLieByTheirRankAndByTheirNumbers() {
        List<Double> cuts = List.of(10.0, 20.0, 100.0);

        // The outer bands are as wide as their neighbours: 5 and 180 are their middles, 15 and 60 the others'.
        assertThat(NumberCuts.positions(cuts, 0)).containsExactly(new double[] {-0.5, -0.5}, within(1e-9));
        assertThat(NumberCuts.positions(cuts, 1))
                .containsExactly(new double[] {-1 / 6.0, 10 / 175.0 - 0.5}, within(1e-9));
        assertThat(NumberCuts.positions(cuts, 2))
                .containsExactly(new double[] {1 / 6.0, 55 / 175.0 - 0.5}, within(1e-9));
        assertThat(NumberCuts.positions(cuts, 3)).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        assertThat(NumberCuts.positions(List.of(7.0), 1)).containsExactly(0.5, 0.5);
    }

    @Test
    void aValueOfManyGetsABandOfItsOwn() {
        double[] values = new double[1_000];
        for (int i = 600; i < values.length; i++) {
            values[i] = i / 100.0;
        }

        assertThat(NumberCuts.of(values).get(0)).isEqualTo(6.0);
        assertThat(NumberCuts.of(new double[1_000])).isEmpty();
        assertThat(NumberCuts.of(new double[0])).isEmpty();
    }

    @Test
    void weightsStayWithinBoundsAndStep() {
        WeightLimits limits = new WeightLimits(0.05, 0.6, 0.1);

        double[] weights = limits.nearest(new double[] {1, 0, 0, 0}, new double[] {0.3, 0.3, 0.2, 0.2});

        assertThat(weights[0]).isCloseTo(0.4, within(1e-9));
        assertThat(weights[0] + weights[1] + weights[2] + weights[3]).isCloseTo(1, within(1e-9));
        assertThat(weights[1]).isBetween(0.2 - 1e-9, 0.3);
        assertThat(limits.nearest(new double[] {0.25, 0.25, 0.25, 0.25}, new double[] {0.3, 0.3, 0.2, 0.2}))
                .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightLimits(0.3, 0.6, 0.1));
    }

    @Test
    void aRateThatDoubledIsNoticedAndOneThatDidNotIsNot() {
        assertThat(window(0.1, 0.1).sureness()).isZero();
        AdaptiveWindow.Found doubled = window(0.1, 0.25);
        assertThat(doubled.sureness()).isGreaterThan(0.9);
        assertThat(Instant.ofEpochMilli(doubled.start()))
                .isBetween(NOW.minus(Duration.ofDays(31)), NOW.minus(Duration.ofDays(6)));
    }

    private static AdaptiveWindow.Found window(double before, double lately) {
        Random random = new Random(4);
        int days = 400;
        int aDay = 20;
        long[] at = new long[days * aDay];
        boolean[] won = new boolean[at.length];
        double[] expected = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            int day = i / aDay;
            at[i] = NOW.minus(Duration.ofDays(days - day)).toEpochMilli();
            won[i] = random.nextDouble() < (day >= days - 20 ? lately : before);
            expected[i] = 0.1;
        }
        return AdaptiveWindow.find(at, won, expected);
    }

    @Test
    void dealsAreResolvedWhenNearlyAllOfTheirAgeAreClosed() {
        Pace fast = new Pace(NOW, Duration.ofDays(90));
        Pace slow = new Pace(NOW, Duration.ofDays(90));
        for (int hours = 1; hours < 24 * 60; hours += 6) {
            Instant created = NOW.minus(Duration.ofHours(hours));
            fast.add(created, hours > 30);
            slow.add(created, hours % 4 == 1 && hours > 30);
        }

        assertThat(fast.resolvedAge()).isEqualTo(Duration.ofDays(1));
        assertThat(slow.resolvedAge()).isEqualTo(Duration.ofDays(90));
        assertThat(new Pace(NOW, Duration.ofDays(90)).resolvedAge()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void blocksFollowOneAnotherAndTheNewestSliceBeginsOne() {
        List<Long> created = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            created.add(NOW.minus(Duration.ofHours(1_000 - i)).toEpochMilli());
        }
        Blocks blocks = Blocks.of(created.stream().mapToLong(Long::longValue).toArray(), 0.25);

        assertThat(blocks.starts()).isSorted();
        assertThat(blocks.split()).isEqualTo(NOW.minus(Duration.ofHours(250)));
        assertThat(blocks.of(NOW.minus(Duration.ofHours(999)))).isEqualTo(-1);
        assertThat(blocks.of(blocks.split())).isEqualTo(blocks.judging());
        assertThat(blocks.of(blocks.split().minusMillis(1))).isEqualTo(blocks.judging() - 1);
    }

    @Test
    void leadsWithoutADealAreWonAsOftenAsThoseBefore() {
        Calibration calibration = new Calibration(
                0.2,
                500,
                100,
                true,
                90,
                new ProbabilityCurve(
                        ProbabilityCurve.Shape.LOGISTIC,
                        -2,
                        List.of(4.0),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of()));
        StateLevels levels = new StateLevels(calibration);
        List<Prospect> leads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            leads.add(new Prospect(i / 100.0, List.of(0.0, 0.0, 0.0, 0.0), DealState.NONE, 0));
        }
        ProbabilityCurve curve = StateLevels.withoutLevels(calibration);
        leads.forEach(lead -> levels.add(lead, curve));

        List<DealSource.Cases> byAge = new ArrayList<>(DealSource.WithoutDeal.NONE.neverByAge());
        byAge.set(0, new DealSource.Cases(9_980, 196));
        Calibration found = levels.find(new DealSource.WithoutDeal(byAge, DealSource.Cases.NONE))
                .on(calibration);

        // (196 + 20 x 2 %) / (9,980 + 20) = 2 %, the likelier ones before the others
        assertThat(leads.stream()
                        .mapToDouble(lead -> found.probability(lead).percent())
                        .average()
                        .orElse(0))
                .isCloseTo(2, within(0.05));
        assertThat(found.probability(leads.get(99)).percent())
                .isGreaterThan(10 * found.probability(leads.get(0)).percent());
        assertThat(found.probability(new Prospect(0.5, List.of(0.0, 0.0, 0.0, 0.0), DealState.OPEN, 0)))
                .isEqualTo(calibration.probability(new Prospect(0.5, List.of(0.0, 0.0, 0.0, 0.0), DealState.OPEN, 0)));
    }

    private static Counts counts(int won, int deals) {
        return new Counts(won, deals - won, 0, 0, 0, 0);
    }
}
