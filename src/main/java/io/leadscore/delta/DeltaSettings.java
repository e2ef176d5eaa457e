package io.leadscore.delta;

import java.time.Duration;

/**
 * What {@code jobs/delta-scoring.yml} says.
 *
 * @param updateInterval from one run's start to the next, at least a second ({@code LEAD_SCORE_UPDATE_INTERVAL})
 * @param overlap how far a window looks back behind the watermark, because search shows changes late
 * @param auditEvery how often a window looks back further, for what search showed very late
 * @param auditWindow how far back the audit looks
 * @param quietSearch how long tasks may go unsearched while nothing else changes
 * @param checkEvery how often the account's properties and deal stages are read again
 * @param resumeWithin how old an unfinished run may be to be resumed rather than replaced
 * @param quarantine how long a rejected lead rests before it is tried again, unless it changes
 * @param pullChunk records committed together while pulling, 200 or more
 * @param scoreChunk leads committed together while scoring, 100 or more
 * @param writers HubSpot batches on their way at once, 1-20
 * @param listAbove from how many records on a first sync reads a type by list instead of search
 * @param whenOverwritten what to do about values that somebody else changes again and again
 * @param historyCalls how many calls a run may make to learn since when declared properties have had a value, 0-1,000
 */
public record DeltaSettings(
        Duration updateInterval,
        Duration overlap,
        Duration auditEvery,
        Duration auditWindow,
        Duration quietSearch,
        Duration checkEvery,
        Duration resumeWithin,
        Duration quarantine,
        int pullChunk,
        int scoreChunk,
        int writers,
        long listAbove,
        WhenOverwritten whenOverwritten,
        int historyCalls) {

    public DeltaSettings {
        atLeast("update-interval", updateInterval, Duration.ofSeconds(1));
        atLeast("overlap", overlap, Duration.ofSeconds(30));
        atLeast("audit-every", auditEvery, Duration.ofMinutes(1));
        atLeast("audit-window", auditWindow, overlap);
        atLeast("quiet-search", quietSearch, Duration.ZERO);
        atLeast("check-every", checkEvery, Duration.ofMinutes(1));
        atLeast("resume-within", resumeWithin, Duration.ZERO);
        atLeast("quarantine", quarantine, Duration.ofMinutes(1));
        between("pull-chunk", pullChunk, 200, 10_000);
        between("score-chunk", scoreChunk, 100, 10_000);
        between("writers", writers, 1, 20);
        between("list-above", listAbove, 200, Long.MAX_VALUE);
        between("history-calls", historyCalls, 0, 1_000);
    }

    /** What a file that says nothing means. */
    public static DeltaSettings defaults(Duration updateInterval) {
        return new DeltaSettings(
                updateInterval,
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofMinutes(65),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofHours(1),
                Duration.ofHours(24),
                1_000,
                500,
                6,
                10_000,
                WhenOverwritten.LEAVE,
                20);
    }

    private static void atLeast(String key, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(key + " is " + value + ", but must be at least " + least);
        }
    }

    private static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    key + " is " + value + ", but must be between " + least + " and " + most);
        }
    }
}
