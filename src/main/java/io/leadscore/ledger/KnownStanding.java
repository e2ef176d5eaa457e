package io.leadscore.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * Where a lead stands, and what was done about it.
 *
 * @param standing where it stands
 * @param firedAt when each rule last did something for it, by the rule's name
 */
public record KnownStanding(ActionStanding standing, Map<String, Instant> firedAt) {

    public KnownStanding {
        firedAt = Map.copyOf(firedAt);
    }
}
