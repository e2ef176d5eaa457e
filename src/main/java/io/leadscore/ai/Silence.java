package io.leadscore.ai;

import io.leadscore.ledger.AccountState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a long outage from using up the day's money: what was not answered in time may have been done, so that it stays
 * spent. After two runs in a row in which nothing was answered and something was not answered in time, the server is left
 * alone for a while, in every process: at first as long as after failures, then twice as long each time, up to an hour.
 */
final class Silence {

    private static final String STATE = "ai.silence";
    private static final int BORNE = 2;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AccountState state;
    private final Duration rest;
    private final InstantSource time;

    Silence(AccountState state, Duration rest, InstantSource time) {
        this.state = state;
        this.rest = rest;
        this.time = time;
    }

    /** Why nothing is to be asked now; null when something may be. */
    @Nullable
    Trouble trouble(Run run) {
        int runs = runs(run);
        Instant since = run.atLedger(() -> state.changedAt(run.portalId(), STATE));
        if (runs < BORNE || since == null || !since.plus(rest(runs)).isAfter(time.instant())) {
            return null;
        }
        return new Trouble(
                Trouble.Kind.UNWELL,
                "did not answer in the last " + runs + " runs that asked, and is left alone until "
                        + since.plus(rest(runs)).toString().substring(0, "2026-01-01T00:00".length()) + " UTC");
    }

    /** Remembers how a run went. */
    void remember(Run run) {
        boolean answered = run.tally().count(Tally.ANSWERS) > 0;
        // Whoever still waits when time is up was not answered either.
        boolean waited = run.tally().count(Tally.REQUESTS) > 0 && run.deadline().left() == 0;
        boolean silent = waited || run.tally().count(Tally.UNANSWERED) > 0;
        int runs = runs(run);
        if (answered && runs > 0) {
            put(run, 0);
        } else if (silent && !answered) {
            put(run, runs + 1);
        }
    }

    private int runs(Run run) {
        String stored = run.atLedger(() -> state.get(run.portalId(), STATE));
        return stored == null ? 0 : Integer.parseInt(stored);
    }

    private void put(Run run, int runs) {
        run.atLedger(() -> {
            state.put(run.portalId(), STATE, String.valueOf(runs), time.instant());
            return runs;
        });
    }

    private Duration rest(int runs) {
        Duration doubled = rest.multipliedBy(1L << Math.min(16, runs - BORNE));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
