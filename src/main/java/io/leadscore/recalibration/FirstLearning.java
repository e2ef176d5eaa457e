package io.leadscore.recalibration;

import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account has outcomes enough to learn from, and the weekly job never learnt from any: after a first sync, which
 * need not wait for the schedule. It depends on the ledger alone, so that a process that was killed between the two is made
 * up for by the next one, once. Thread-safe.
 */
public final class FirstLearning {

    private final AccountState accounts;
    private final Mirror mirror;
    private final WeightSets weightSets;
    private final RunLeases leases;
    private final InstantSource clock;

    public FirstLearning(
            AccountState accounts, Mirror mirror, WeightSets weightSets, RunLeases leases, InstantSource clock) {
        this.accounts = accounts;
        this.mirror = mirror;
        this.weightSets = weightSets;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * What there is to learn from.
     *
     * @param portalId the account
     * @param sentence how much it is
     */
    public record Due(long portalId, String sentence) {}

    /**
     * What is to be learnt from now that a run of the delta job has ended well; null when nothing is, because the weekly job
     * ended well before, failed within a day, or has too little.
     */
    public @Nullable Due due(long portalId) {
        Instant now = clock.instant();
        Instant attempt = accounts.instant(portalId, WeightRecalibration.ATTEMPT);
        boolean never = accounts.get(portalId, WeightRecalibration.LAST) == null;
        boolean rested = new Rhythm(Duration.ofDays(1)).isDue(null, attempt, false, now)
                || leases.isOrphaned(portalId, RecalibrationConfiguration.JOB);
        WeightSet live = never && rested ? weightSets.live(portalId) : null;
        if (live == null) {
            return null;
        }
        OutcomeKind kind = live.profile().outcome().kind();
        OutcomeEvidence evidence = mirror.outcomeEvidence(portalId, kind);
        return evidence.supports(kind) ? new Due(portalId, sentence(kind, evidence)) : null;
    }

    private static String sentence(OutcomeKind kind, OutcomeEvidence evidence) {
        return kind.isOfContacts()
                ? evidence.customers() + " of " + evidence.contacts()
                        + " contacts became customers, which is enough to learn from."
                : evidence.dealsWon() + " won and " + evidence.dealsLost() + " lost deals are enough to learn from.";
    }
}
