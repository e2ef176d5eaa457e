package io.leadscore.learning;

import io.leadscore.scoring.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What other weights do to leads.
 *
 * @param leads how many were looked at
 * @param before how many of them have each priority by the weights of today
 * @param after how many of them would have
 * @param moves how many move between two priorities, such as {@code Low to High}
 * @param histogramBefore how many have 0 to 9 points, 10 to 19, ..., 90 to 100 today
 * @param histogramAfter how many would have
 */
public record Impact(
        long leads,
        Map<String, Long> before,
        Map<String, Long> after,
        Map<String, Long> moves,
        List<Long> histogramBefore,
        List<Long> histogramAfter) {

    public Impact {
        histogramBefore = List.copyOf(histogramBefore);
        histogramAfter = List.copyOf(histogramAfter);
    }

    /** Counts leads. Not thread-safe. */
    public static final class Builder {

        private static final int BINS = 10;

        private final Map<String, Long> before = priorities();
        private final Map<String, Long> after = priorities();
        private final Map<String, Long> moves = new TreeMap<>();
        private final long[] binsBefore = new long[BINS];
        private final long[] binsAfter = new long[BINS];
        private long leads;

        /** Counts a lead by its points and priority of today and by the other ones. */
        public void add(int points, Priority priority, int otherPoints, Priority otherPriority) {
            leads++;
            before.merge(priority.label(), 1L, Long::sum);
            after.merge(otherPriority.label(), 1L, Long::sum);
            binsBefore[bin(points)]++;
            binsAfter[bin(otherPoints)]++;
            if (priority != otherPriority) {
                moves.merge(priority.label() + " to " + otherPriority.label(), 1L, Long::sum);
            }
        }

        /** What was counted. */
        public Impact build() {
            return new Impact(leads, before, after, moves, list(binsBefore), list(binsAfter));
        }

        private static int bin(int points) {
            return Math.min(BINS - 1, points / BINS);
        }

        private static List<Long> list(long[] bins) {
            List<Long> list = new ArrayList<>();
            for (long bin : bins) {
                list.add(bin);
            }
            return list;
        }

        private static Map<String, Long> priorities() {
            Map<String, Long> priorities = new LinkedHashMap<>();
            for (Priority priority : Priority.values()) {
                priorities.put(priority.label(), 0L);
            }
            return priorities;
        }
    }
}
