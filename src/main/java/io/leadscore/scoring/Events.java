package io.leadscore.scoring;

import java.util.Arrays;

/**
 * Instants at which something of one kind happened, in any order. What lies beyond the step that is asked about has not
 * happened yet: a meeting that is planned counts from its own step on.
 */
final class Events {

    private final TimeSteps steps;
    private long[] millis = new long[4];
    private long[] indexes = new long[4];
    private int size;

    Events(TimeSteps steps) {
        this.steps = steps;
    }

    void add(long epochMillis) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
            indexes = Arrays.copyOf(indexes, 2 * size);
        }
        millis[size] = epochMillis;
        indexes[size++] = steps.index(epochMillis);
    }

    void addAll(Events others) {
        for (int i = 0; i < others.size; i++) {
            add(others.millis[i]);
        }
    }

    /** One event a day (UTC), the latest of each. */
    Events byDay() {
        long[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        Events days = new Events(steps);
        for (int i = 0; i < sorted.length; i++) {
            boolean lastOfDay = i + 1 == sorted.length || day(sorted[i]) != day(sorted[i + 1]);
            if (lastOfDay) {
                days.add(sorted[i]);
            }
        }
        return days;
    }

    /** The sum of what each event still counts. */
    double decayed(Decay decay, long now) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (indexes[i] <= now) {
                sum += decay.factor(now - indexes[i]);
            }
        }
        return sum;
    }

    /** What those after an instant, in milliseconds, still count. */
    double decayedAfter(long epochMillis, Decay decay, long now) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (indexes[i] <= now && millis[i] > epochMillis) {
                sum += decay.factor(now - indexes[i]);
            }
        }
        return sum;
    }

    /** How many there were after an instant, in milliseconds. */
    int countAfter(long epochMillis, long now) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += indexes[i] <= now && millis[i] > epochMillis ? 1 : 0;
        }
        return count;
    }

    int count(long now) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += indexes[i] <= now ? 1 : 0;
        }
        return count;
    }

    /** The last event until then in milliseconds; {@code Long.MIN_VALUE} when there is none. */
    long last(long now) {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (indexes[i] <= now && millis[i] > last) {
                last = millis[i];
            }
        }
        return last;
    }

    /** The step of the last event of all, planned ones included; {@code Long.MIN_VALUE} when there is none. */
    long lastStep() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            last = Math.max(last, indexes[i]);
        }
        return last;
    }

    private static long day(long epochMillis) {
        return Math.floorDiv(epochMillis, 86_400_000L);
    }
}
