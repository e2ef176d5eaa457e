package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.report.ReferenceClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to score by a clock that is wrong: recency is counted from now, so that a clock which is a year ahead lowers
 * every score. HubSpot's clock is the measure, since its records are dated by it.
 */
record ClockCheck(HubSpot hubSpot) {

    /** @throws AccountNotReadyException when our clock is more than five minutes from HubSpot's */
    void verify() {
        Duration ahead = hubSpot.clockAhead();
        if (ahead == null) {
            hubSpot.account(); // a resumed run may not have called yet
            ahead = hubSpot.clockAhead();
        }
        refuse(ahead);
    }

    private static void refuse(@Nullable Duration ahead) {
        String difference = ReferenceClock.difference(ahead, "nothing was scored");
        if (difference != null) {
            throw new AccountNotReadyException(
                    difference, "Set the clock, best by NTP; the next run then scores everything that is due.");
        }
    }
}
