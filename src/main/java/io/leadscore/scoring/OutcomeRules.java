package io.leadscore.scoring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How closed deals speak for leads that are like those who made them. Where contacts succeed, what is said of deals is said
 * of them: a contact counts as a deal that was made when it became known.
 *
 * @param cohortPriorStrength how many deals of the account's average are added to each cohort before its rate is taken
 * @param priorWinRate the win rate that is assumed before any deal is known, between 0 and 1
 * @param priorWinRateStrength how many deals that assumption is worth
 * @param horizon within which time a deal is to be won, of which the close probability speaks
 * @param means what success is; null: that a deal is won
 */
public record OutcomeRules(
        double cohortPriorStrength,
        double priorWinRate,
        double priorWinRateStrength,
        Duration horizon,
        @Nullable OutcomeKind means) {

    public OutcomeRules {
        Check.positive(cohortPriorStrength, "cohort-prior-strength");
        Check.require(
                priorWinRate > 0 && priorWinRate < 1, "prior-win-rate must be between 0 and 1, not " + priorWinRate);
        Check.positive(priorWinRateStrength, "prior-win-rate-strength");
        Check.positive(horizon, "horizon");
        means = means == null ? OutcomeKind.DEAL_WON : means;
    }

    /** What success is. */
    public OutcomeKind kind() {
        return Check.present(means, "means");
    }
}
