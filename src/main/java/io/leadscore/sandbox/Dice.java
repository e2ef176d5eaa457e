package io.leadscore.sandbox;

import java.util.List;
import java.util.SplittableRandom;

/** Chance for the seeded data: the same for the same seed. Not thread-safe. */
final class Dice {

    static final long DAY = 86_400_000;

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** In [0, 1). */
    double unit() {
        return random.nextDouble();
    }

    /** In [low, high). */
    long between(long low, long high) {
        return high <= low ? low : random.nextLong(low, high);
    }

    /** Whole numbers, most of them small, with this mean. */
    int geometric(double mean) {
        return (int) Math.floor(Math.log(1 - random.nextDouble()) / Math.log(mean / (1 + mean)));
    }

    /** About normal, mean 0, deviation 1: twelve uniform numbers less their mean. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, the first ones more often. */
    <T> T pickEarly(List<T> values) {
        double unit = random.nextDouble();
        return values.get((int) (unit * unit * values.size()));
    }
}
