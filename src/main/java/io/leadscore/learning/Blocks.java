package io.leadscore.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Time in blocks. Each lead's signals are read by the deals that were closed when its block began, never later ones: a
 * cohort's rate must not know the outcome that it is to foretell. The first deals, for which there is no earlier block,
 * only count.
 *
 * @param starts when the blocks begin, ascending
 * @param judging the index of the block with which the newest slice begins
 */
record Blocks(List<Instant> starts, int judging) {

    /** Blocks before the newest slice; the first one begins after a tenth of the deals. */
    private static final int BEFORE = 8;
    /** Blocks of the newest slice and after, for the probability. */
    private static final int SINCE = 4;

    private static final double FIRST = 0.1;

    /**
     * Blocks with about equally many deals.
     *
     * @param created when the deals were created, in any order
     * @param judgedShare of them that is judged
     */
    static Blocks of(long[] created, double judgedShare) {
        long[] sorted = created.clone();
        Arrays.sort(sorted);
        List<Instant> starts = new ArrayList<>();
        double split = 1 - judgedShare;
        for (int i = 0; i < BEFORE; i++) {
            starts.add(at(sorted, FIRST + (split - FIRST) * i / BEFORE));
        }
        for (int i = 0; i < SINCE; i++) {
            starts.add(at(sorted, split + judgedShare * i / SINCE));
        }
        return new Blocks(List.copyOf(starts), BEFORE);
    }

    /**
     * Blocks of a span of time that is judged as a whole: the first begins with it, each has about equally many deals.
     *
     * @param from when the span begins
     * @param created when its deals were created, in any order; at least one
     */
    static Blocks since(Instant from, long[] created) {
        long[] sorted = created.clone();
        Arrays.sort(sorted);
        List<Instant> starts = new ArrayList<>();
        starts.add(from);
        int blocks = BEFORE + SINCE;
        for (int i = 1; i < blocks; i++) {
            starts.add(at(sorted, (double) i / blocks));
        }
        return new Blocks(List.copyOf(starts), 0);
    }

    /** When the newest slice begins. */
    Instant split() {
        return starts.get(judging);
    }

    /** The block that an instant is in; -1 before the first. */
    int of(Instant instant) {
        int block = -1;
        while (block + 1 < starts.size() && !starts.get(block + 1).isAfter(instant)) {
            block++;
        }
        return block;
    }

    private static Instant at(long[] sorted, double share) {
        return Instant.ofEpochMilli(sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))]);
    }
}
