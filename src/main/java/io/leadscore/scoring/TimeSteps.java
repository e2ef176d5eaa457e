package io.leadscore.scoring;

import java.time.Duration;
import java.time.Instant;

/**
 * Time in steps since 1970-01-01 UTC. Ages are counted in boundaries passed, so that a score changes at boundaries only.
 */
record TimeSteps(long millis) {

    static TimeSteps of(Duration step) {
        return new TimeSteps(step.toMillis());
    }

    long index(long epochMillis) {
        return Math.floorDiv(epochMillis, millis);
    }

    long index(Instant instant) {
        return index(instant.toEpochMilli());
    }

    Instant start(long index) {
        return Instant.ofEpochMilli(millis(index));
    }

    /** When a step begins, in milliseconds. */
    long millis(long index) {
        return Math.multiplyExact(index, millis);
    }

    /** How many steps a duration is, rounded up: at least one. */
    long count(Duration duration) {
        return Math.max(1, -Math.floorDiv(-duration.toMillis(), millis));
    }
}
