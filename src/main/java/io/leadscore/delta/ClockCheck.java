package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to score by a clock that is wrong: recency is counted from now, so that a clock which is a year ahead lowers
 * every score. HubSpot's clock is the measure, since its records are dated by it.
 */
record ClockCheck(HubSpot hubSpot) {

    /** Certificates and tokens stand more; records of the last minutes less. */
    private static final Duration MOST = Duration.ofMinutes(5);

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
        if (ahead == null || ahead.abs().compareTo(MOST) <= 0) {
            return;
        }
        throw new AccountNotReadyException(
                "This machine's clock is " + words(ahead.abs()) + (ahead.isNegative() ? " ahead of" : " behind")
                        + " HubSpot's; nothing was scored.",
                "Set the clock, best by NTP; the next run then scores everything that is due.");
    }

    private static String words(Duration duration) {
        return duration.toDays() >= 2
                ? duration.toDays() + " days"
                : duration.toHours() >= 2 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
