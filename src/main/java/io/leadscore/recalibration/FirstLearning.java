package io.leadscore.recalibration;

import io.leadscore.lead.Outcome;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunLeases;
import io.leadscore.scoring.Calibration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account has closed deals to learn from, and the weekly job never learnt from any: after a first sync, which
 * need not wait for the schedule. It depends on the ledger alone, so that a process that was killed between the two is made
 * up for by the next one, once. Thread-safe.
 */
public final class FirstLearning {

    private final AccountState accounts;
    private final Mirror mirror;
    private final RunLeases leases;
    private final InstantSource clock;

    public FirstLearning(AccountState accounts, Mirror mirror, RunLeases leases, InstantSource clock) {
        this.accounts = accounts;
        this.mirror = mirror;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * An account's closed deals.
     *
     * @param portalId the account
     * @param won how many were won
     * @param lost how many were lost
     */
    public record Deals(long portalId, long won, long lost) {

        /** What the first sync brought, in a sentence. */
        public String sentence() {
            return won + " won and " + lost + " lost deals are enough to learn from.";
        }
    }

    /**
     * What is to be learnt from now that a run of the delta job has ended well; null when nothing is, because the weekly job
     * ended well before, failed within a day, or has too few deals.
     */
    public @Nullable Deals due(long portalId) {
        Instant now = clock.instant();
        Instant attempt = instant(portalId, WeightRecalibration.ATTEMPT);
        boolean never = accounts.get(portalId, WeightRecalibration.LAST) == null;
        boolean rested = new Rhythm(Duration.ofDays(1)).isDue(null, attempt, false, now)
                || leases.isOrphaned(portalId, RecalibrationConfiguration.JOB);
        if (!never || !rested) {
            return null;
        }
        Map<Outcome, Long> counts = mirror.deals(portalId);
        Deals deals = new Deals(portalId, counts.getOrDefault(Outcome.WON, 0L), counts.getOrDefault(Outcome.LOST, 0L));
        return Calibration.isEnough((int) deals.won(), (int) deals.lost()) ? deals : null;
    }

    private @Nullable Instant instant(long portalId, String key) {
        String stored = accounts.get(portalId, key);
        return stored == null ? null : Instant.parse(stored);
    }
}
