package io.leadscore.scoring;

import java.time.Duration;

/**
 * How far AI may move a score.
 *
 * @param cap the most points of 100 that all of the AI's signals can give together, whatever weights are learnt
 * @param bands what the AI's words are worth
 * @param leastCustomers so many won and so many lost deals it takes before leads are compared with them
 * @param idealRenewal how long what is learnt of the ideal client is told to the AI before it is learnt anew
 */
public record AiRules(double cap, BandValues bands, int leastCustomers, Duration idealRenewal) {

    static final AiRules DEFAULT = new AiRules(6, BandValues.DEFAULT, 50, Duration.ofDays(90));

    public AiRules {
        Check.require(cap >= 0 && cap <= 30, "cap must be between 0 and 30 points, not " + cap);
        Check.present(bands, "bands");
        Check.require(leastCustomers >= 10, "least-customers must be at least 10, not " + leastCustomers);
        Check.positive(idealRenewal, "ideal-renewal");
    }
}
