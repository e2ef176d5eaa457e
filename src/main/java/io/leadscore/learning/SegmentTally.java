package io.leadscore.learning;

import io.leadscore.scoring.Segmentation;

/** Counts the closed deals of each segment, of its leads as they were when the deals were made. Not thread-safe. */
final class SegmentTally {

    private final int[] won;
    private final int[] lost;

    /** @param segments how many there are */
    SegmentTally(int segments) {
        this.won = new int[segments];
        this.lost = new int[segments];
    }

    /** @param segment its index, or {@link Segmentation#NONE} */
    void add(int segment, boolean isWon) {
        if (segment != Segmentation.NONE) {
            (isWon ? won : lost)[segment]++;
        }
    }

    int won(int segment) {
        return won[segment];
    }

    int lost(int segment) {
        return lost[segment];
    }
}
