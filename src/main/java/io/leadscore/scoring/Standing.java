package io.leadscore.scoring;

/**
 * What a lead's contributions come to at one step of time: all that is written of a score, but for its sentences.
 *
 * @param sum of the contributions of baseline, signals and age, in hundredths
 * @param limit by how much it is brought into 0 to 100 points, in hundredths
 * @param onlyOpens by how much it is lowered because nothing but opens is known, in hundredths; 0 or less
 * @param place whether the lead is in the queue
 * @param outOfQueue by how much it is lowered because it is not, in hundredths; 0 or less
 * @param points the score
 * @param fit the level of the fit alone
 * @param action what to do next
 * @param ageBand which age of the lead or its open deal the close probability is of; -1 where none matters
 */
record Standing(
        int sum,
        int limit,
        int onlyOpens,
        Place place,
        int outOfQueue,
        int points,
        Priority fit,
        NextBestAction action,
        int ageBand) {

    /** What rounds to whole points, in hundredths. */
    int rounding() {
        return 100 * points - sum - limit - onlyOpens - outOfQueue;
    }

    /** Whether the same would be written of both. */
    boolean looksLike(Standing other) {
        return points == other.points
                && fit == other.fit
                && action == other.action
                && place == other.place
                && ageBand == other.ageBand;
    }
}
