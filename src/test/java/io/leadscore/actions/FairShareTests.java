package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FairShareTests {

    private static final Map<Long, Double> FIVE = Map.of(1L, 2.0, 2L, 1.0, 3L, 1.0, 4L, 1.0, 5L, 1.0);

    @Test
    void givesAThousandLeadsOutWithinOneOfTheExactSplit() {
        FairShare share = new FairShare(Map.of());
        Map<Long, Integer> got = new TreeMap<>();
        for (int lead = 0; lead < 1_000; lead++) {
            got.merge(share.next(FIVE), 1, Integer::sum);
        }

        got.forEach((owner, leads) -> assertThat((double) leads).isCloseTo(exact(FIVE, owner, 1_000), within(1.0)));
        assertThat(got.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
    }

    @Test
    void isNeverAWholeLeadOffHoweverLeadsComeInPortions() {
        Random random = new Random(3);
        for (int world = 0; world < 200; world++) {
            Map<Long, Double> weights = randomWeights(random);
            Map<Long, Double> kept = Map.of();
            Map<Long, Integer> got = new HashMap<>();
            int leads = 0;
            while (leads < 300) {
                FairShare share = new FairShare(kept);
                for (int portion = random.nextInt(7); portion >= 0; portion--) {
                    got.merge(share.next(weights), 1, Integer::sum);
                    leads++;
                    for (long owner : weights.keySet()) {
                        assertThat((double) got.getOrDefault(owner, 0))
                                .isCloseTo(exact(weights, owner, leads), within(1.0));
                    }
                }
                kept = share.credits();
            }
        }
    }

    @Test
    void whoIsAbsentNeitherGetsLeadsNorCatchesUp() {
        FairShare share = new FairShare(Map.of());
        Map<Long, Double> all = Map.of(1L, 1.0, 2L, 1.0, 3L, 1.0);
        Map<Long, Double> without3 = Map.of(1L, 1.0, 2L, 1.0);
        Map<Long, Integer> got = new TreeMap<>();
        for (int lead = 0; lead < 30; lead++) {
            got.merge(share.next(all), 1, Integer::sum);
        }
        for (int lead = 0; lead < 100; lead++) {
            got.merge(share.next(without3), 1, Integer::sum);
        }
        for (int lead = 0; lead < 30; lead++) {
            got.merge(share.next(all), 1, Integer::sum);
        }

        assertThat(got).containsEntry(1L, 70).containsEntry(2L, 70).containsEntry(3L, 20);
    }

    @Test
    void staysFairWhileOthersComeAndGo() {
        Random random = new Random(5);
        FairShare share = new FairShare(Map.of());
        Map<Long, Double> exact = new TreeMap<>();
        Map<Long, Integer> got = new TreeMap<>();
        for (int lead = 0; lead < 2_000; lead++) {
            Map<Long, Double> there = new TreeMap<>(FIVE);
            there.keySet().removeIf(owner -> random.nextInt(4) == 0);
            if (there.isEmpty()) {
                continue;
            }
            double sum =
                    there.values().stream().mapToDouble(Double::doubleValue).sum();
            there.forEach((owner, weight) -> exact.merge(owner, weight / sum, Double::sum));
            got.merge(share.next(there), 1, Integer::sum);
        }

        // No bound is proved for this, but the debt of an absent owner must not grow.
        got.forEach((owner, leads) -> assertThat((double) leads).isCloseTo(exact.get(owner), within(3.0)));
    }

    @Test
    void givesTheTurnBack() {
        FairShare share = new FairShare(Map.of());
        long first = share.next(FIVE);

        share.takeBack(first, FIVE);

        share.credits().values().forEach(credit -> assertThat(credit).isCloseTo(0, within(1e-12)));
        assertThat(share.next(FIVE)).isEqualTo(first);
    }

    private static Map<Long, Double> randomWeights(Random random) {
        Map<Long, Double> weights = new TreeMap<>();
        for (long owner = 1; owner <= 1 + random.nextInt(8); owner++) {
            weights.put(owner, random.nextBoolean() ? 1 + random.nextInt(5) : 0.1 + 9 * random.nextDouble());
        }
        return weights;
    }

    private static double exact(Map<Long, Double> weights, long owner, int leads) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return leads * weights.getOrDefault(owner, 0.0) / sum;
    }
}
