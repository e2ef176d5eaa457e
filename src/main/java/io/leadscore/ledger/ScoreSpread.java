package io.leadscore.ledger;

import io.leadscore.scoring.Priority;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the current scores of live contacts spread.
 *
 * @param priorities how many leads have each priority; every priority is in it
 * @param tens how many leads have 0 to 9 points, 10 to 19, ..., 90 to 100: ten numbers
 * @param withoutLearntProbability how many leads have no more than the base rate as their close probability
 */
public record ScoreSpread(Map<Priority, Long> priorities, List<Long> tens, long withoutLearntProbability) {

    private static final int TENS = 10;

    public ScoreSpread {
        priorities = Map.copyOf(priorities);
        tens = List.copyOf(tens);
    }

    /** How many leads have a score. */
    public long leads() {
        return tens.stream().mapToLong(Long::longValue).sum();
    }

    /** Adds up. */
    static ScoreSpread of(List<Level> scores, List<Level> lessGone) {
        Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            priorities.put(priority, 0L);
        }
        long[] tens = new long[TENS];
        long notLearnt = 0;
        for (Level level : Stream.concat(scores.stream(), lessGone.stream()).toList()) {
            priorities.merge(level.priority(), level.leads(), Long::sum);
            tens[Math.min(level.points() / TENS, TENS - 1)] += level.leads();
            notLearnt += level.learnt() ? 0 : level.leads();
        }
        return new ScoreSpread(priorities, Arrays.stream(tens).boxed().toList(), notLearnt);
    }

    /** How many leads have the same level; a negative number takes them away. */
    record Level(Priority priority, int points, boolean learnt, long leads) {}
}
