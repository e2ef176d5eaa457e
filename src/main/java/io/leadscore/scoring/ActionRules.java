package io.leadscore.scoring;

import java.time.Duration;

/**
 * When which next best action is advised.
 *
 * @param closeStageProbability an open deal in a stage of at least this probability, from 0 to 1, is to be closed
 * @param followUpWithin how long a reply, an attended meeting, an inbound call or a form submission calls for follow-up
 */
public record ActionRules(double closeStageProbability, Duration followUpWithin) {

    public ActionRules {
        Check.share(closeStageProbability, "close-stage-probability");
        Check.positive(followUpWithin, "follow-up-within");
    }
}
