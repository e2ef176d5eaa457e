package io.leadscore.scoring;

import java.time.Duration;

/**
 * How closed deals speak for leads that are like those who made them.
 *
 * @param cohortPriorStrength how many deals of the account's average are added to each cohort before its rate is taken
 * @param priorWinRate the win rate that is assumed before any deal is known, between 0 and 1
 * @param priorWinRateStrength how many deals that assumption is worth
 * @param horizon within which time a deal is to be won, of which the close probability speaks
 */
public record OutcomeRules(
        double cohortPriorStrength, double priorWinRate, double priorWinRateStrength, Duration horizon) {

    public OutcomeRules {
        Check.positive(cohortPriorStrength, "cohort-prior-strength");
        Check.require(
                priorWinRate > 0 && priorWinRate < 1, "prior-win-rate must be between 0 and 1, not " + priorWinRate);
        Check.positive(priorWinRateStrength, "prior-win-rate-strength");
        Check.positive(horizon, "horizon");
    }
}
